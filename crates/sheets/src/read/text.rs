//! A file's bytes as text.

use crate::place::{Place, Problem, Words};

/// The text of a file in UTF-8, in UTF-16 with a mark, or in GB18030.
pub(super) fn decode(bytes: &[u8], notes: &mut Vec<Problem>) -> Result<String, Words> {
    // A byte order mark decides.
    if let Some((encoding, length)) = encoding_rs::Encoding::for_bom(bytes) {
        let rest = bytes.get(length..).unwrap_or_default();
        let (text, wrong) = encoding.decode_without_bom_handling(rest);
        if wrong {
            return Err((
                format!(
                    "the file says that it is {} and is not: save it as CSV UTF-8",
                    encoding.name()
                ),
                format!(
                    "文件标明是 {}，内容却不是：请另存为 CSV UTF-8",
                    encoding.name()
                ),
            ));
        }
        return Ok(text.into_owned());
    }
    let valid = match std::str::from_utf8(bytes) {
        Ok(text) => return Ok(text.to_owned()),
        Err(error) => error.valid_up_to(),
    };
    let (text, wrong) = encoding_rs::GB18030.decode_without_bom_handling(bytes);
    if wrong || !text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)) {
        let before = bytes.iter().take(valid);
        let line = before.filter(|byte| **byte == b'\n').count() + 1;
        return Err((
            format!("line {line} is neither UTF-8 nor GB18030: save the table as CSV UTF-8"),
            format!("第 {line} 行既不是 UTF-8 也不是 GB18030：请另存为 CSV UTF-8"),
        ));
    }
    let words = (
        "the file is not UTF-8 and was read as GB18030".to_owned(),
        "文件不是 UTF-8，已按 GB18030 读取".to_owned(),
    );
    notes.push(Problem::new(Place::default(), words));
    Ok(text.into_owned())
}
