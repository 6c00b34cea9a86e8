//! Answers as they are kept (texts by question id), and as the rules want them (by slot).
//!
//! Ids outlive a pack's slots: what is kept on the device survives a new pack.

use pack::Pack;
use rules::eval::Answers;

/// One answer by question id, both as texts: `("residence", "shanghai")`.
pub type Answer = (String, String);

/// The answers by slot; what the pack does not know is left out.
pub fn by_slot(pack: &Pack, answers: &[Answer]) -> Answers {
    let mut values = vec![None; pack.program.facts.len()];
    for (id, text) in answers {
        if let Some(slot) = pack::slot_of(pack, id)
            && let Ok(value) = pack::parse_answer(pack, slot, text)
            && let Some(place) = values.get_mut(usize::from(slot))
        {
            *place = Some(value);
        }
    }
    Answers { values }
}

/// Takes out the answers that this pack does not know (or no longer allows) and gives them back.
pub fn drop_unknown(pack: &Pack, answers: &mut Vec<Answer>) -> Vec<Answer> {
    let known = |(id, text): &Answer| {
        pack::slot_of(pack, id).is_some_and(|slot| pack::parse_answer(pack, slot, text).is_ok())
    };
    let dropped = answers.iter().filter(|a| !known(a)).cloned().collect();
    answers.retain(known);
    dropped
}

/// Writes answers with characters that an address needs no escapes for:
/// `residence-shanghai~certificate_level-4`. Ids have no hyphen, values no tilde.
pub fn write(answers: &[Answer]) -> String {
    let pairs: Vec<String> = answers
        .iter()
        .map(|(id, text)| format!("{id}-{text}"))
        .collect();
    pairs.join("~")
}

/// Reads what [`write`] wrote. Anything that is not of that form is left out.
pub fn read(text: &str) -> Vec<Answer> {
    let plain = |c: char| c.is_ascii_alphanumeric() || "_.-".contains(c);
    text.split('~')
        .filter_map(|pair| pair.split_once('-'))
        .filter(|(id, value)| {
            !id.is_empty() && !value.is_empty() && id.chars().chain(value.chars()).all(plain)
        })
        .map(|(id, value)| (id.to_owned(), value.to_owned()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_reads_back() {
        let answers = vec![
            ("residence".to_owned(), "shanghai".to_owned()),
            ("certificate_issued_on".to_owned(), "2026-05-01".to_owned()),
            ("incubation_rent_paid".to_owned(), "1234.5".to_owned()),
            ("difference".to_owned(), "-3".to_owned()),
        ];
        assert_eq!(
            write(&answers),
            "residence-shanghai~certificate_issued_on-2026-05-01~incubation_rent_paid-1234.5~difference--3"
        );
        assert_eq!(read(&write(&answers)), answers);
    }

    #[test]
    fn what_is_no_answer_is_left_out() {
        assert_eq!(read(""), vec![]);
        assert_eq!(read("residence~-x~a-<script>~b-"), vec![]);
        assert_eq!(
            read("x~residence-other"),
            vec![("residence".to_owned(), "other".to_owned())]
        );
    }
}
