//! What a catalogue knows: occupations and districts by the ways in which lists name them.

use catalogue::Catalogue;
use report::similar;
use sheets::Words;
use std::collections::HashMap;

/// Occupations and districts by code and name.
pub struct Known<'c> {
    catalogue: &'c Catalogue,
    /// Codes by name, work type or word of daily speech; of each kind those that have it.
    names: [HashMap<&'c str, Vec<&'c str>>; 3],
}

impl<'c> Known<'c> {
    /// What a catalogue knows.
    pub fn of(catalogue: &'c Catalogue) -> Known<'c> {
        let mut names: [HashMap<&str, Vec<&str>>; 3] = Default::default();
        let [by_name, by_type, by_word] = &mut names;
        for occupation in &catalogue.occupations.list {
            let code = occupation.code.as_str();
            by_name.entry(&occupation.name).or_default().push(code);
            for name in &occupation.work_types {
                by_type.entry(name).or_default().push(code);
            }
            for name in &occupation.synonyms {
                by_word.entry(name).or_default().push(code);
            }
        }
        Known { catalogue, names }
    }

    /// An occupation's code, out of its code, its name, one of its work types or both together:
    /// `6-31-01-03`, `电工`, `电工（6-31-01-03）`.
    ///
    /// # Errors
    /// What else to write.
    pub fn occupation(&self, text: &str) -> Result<String, Words> {
        if text.is_empty() {
            return Err((
                "the occupation is empty: write its code or name".to_owned(),
                "职业为空：请写编码或名称".to_owned(),
            ));
        }
        let codes = text.split(|c: char| !c.is_ascii_digit() && c != '-');
        for code in codes.filter(|code| code.len() == 10) {
            if self.catalogue.occupations.find(code).is_some() {
                return Ok(code.to_owned());
            }
        }
        for names in &self.names {
            match names.get(text).map(Vec::as_slice) {
                Some([code]) => return Ok((*code).to_owned()),
                Some(codes) => {
                    let codes = codes.join(", ");
                    return Err((
                        format!("`{text}` may be {codes}: write the code"),
                        format!("「{text}」可能是 {codes}：请写编码"),
                    ));
                }
                None => {}
            }
        }
        let names = self
            .catalogue
            .occupations
            .list
            .iter()
            .map(|it| it.name.as_str());
        Err(match similar::closest(text, names) {
            Some(near) => (
                format!("there is no occupation `{text}`: is it `{near}`?"),
                format!("没有「{text}」这个职业：是不是「{near}」？"),
            ),
            None => (
                format!(
                    "there is no occupation `{text}`: write the code of the classification, as 6-31-01-03"
                ),
                format!("没有「{text}」这个职业：请写职业编码，如 6-31-01-03"),
            ),
        })
    }

    /// A district's code, out of its code or name: `310115`, `浦东新区`, `浦东`.
    ///
    /// # Errors
    /// What else to write.
    pub fn district(&self, text: &str) -> Result<String, Words> {
        let short = |name: &'c str| {
            let name = name
                .strip_suffix('区')
                .or(name.strip_suffix('县'))
                .unwrap_or(name);
            name.strip_suffix('新').unwrap_or(name)
        };
        let name = text
            .trim_start_matches("上海市")
            .trim_start_matches("上海")
            .trim();
        let all = &self.catalogue.places.districts;
        let found = all
            .iter()
            .find(|it| it.code == text || it.name == name || short(&it.name) == name);
        match found {
            Some(district) => Ok(district.code.clone()),
            None => {
                let names: Vec<&str> = all.iter().map(|it| it.name.as_str()).collect();
                Err((
                    format!(
                        "there is no district `{text}`: it is one of {}",
                        names.join(", ")
                    ),
                    format!("没有「{text}」这个区：应是 {}", names.join("、")),
                ))
            }
        }
    }
}
