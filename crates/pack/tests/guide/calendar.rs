use crate::day;
use icalendar::parser::{read_calendar, unfold};
use pack::calendar::{Event, write};
use proptest::prelude::*;

fn event(uid: &str, summary: &str, description: &str) -> Event {
    Event {
        uid: uid.to_owned(),
        day: day("2027-02-28"),
        summary: summary.to_owned(),
        description: description.to_owned(),
        remind_before: vec![30, 1, 0],
    }
}

/// The values of a property of all events, as a parser of the world reads them.
fn values(file: &str, property: &str) -> Vec<String> {
    let unfolded = unfold(file);
    let calendar = read_calendar(&unfolded).unwrap();
    let events = calendar.components.iter().filter(|it| it.name == "VEVENT");
    let found = events.map(|it| it.find_prop(property).unwrap().val.to_string());
    found.collect()
}

#[test]
fn a_deadline_as_a_file() {
    let file = write(
        "-//Bazhu//Guide//ZH",
        "马兰花创业指南",
        1_795_314_896,
        &[event(
            "claim_first.shanghai@bazhu",
            "最后一天：申请补贴",
            "看编号; 带证件, 打 12333\n以窗口为准",
        )],
    );
    // 1,795,314,896 seconds after 1970 it was 02:34:56 UTC on 22 November 2026.
    let expected = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Bazhu//Guide//ZH\r\n\
        CALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\nX-WR-CALNAME:马兰花创业指南\r\nBEGIN:VEVENT\r\n\
        UID:claim_first.shanghai@bazhu\r\nDTSTAMP:20261122T023456Z\r\n\
        DTSTART;VALUE=DATE:20270228\r\nDTEND;VALUE=DATE:20270301\r\nSUMMARY:最后一天：申请补贴\r\n\
        DESCRIPTION:看编号\\; 带证件\\, 打 12333\\n以窗口为准\r\nTRANSP:TRANSPARENT\r\n\
        BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-P29DT15H\r\nDESCRIPTION:最后一天：申请补贴\r\nEND:VALARM\r\n\
        BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT15H\r\nDESCRIPTION:最后一天：申请补贴\r\nEND:VALARM\r\n\
        BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:PT9H\r\nDESCRIPTION:最后一天：申请补贴\r\nEND:VALARM\r\n\
        END:VEVENT\r\nEND:VCALENDAR\r\n";
    assert_eq!(file, expected);
}

/// `DESCRIPTION:` takes 12 bytes, so that 21 Chinese characters fill 75 bytes to the last one.
#[test]
fn lines_fold_at_75_bytes_and_never_within_a_character() {
    let folded = |description: &str| {
        let file = write("p", "n", 0, &[event("u", "s", description)]);
        let (_, value) = file.split_once("DESCRIPTION:").unwrap();
        let (value, _) = value.split_once("\r\nTRANSP").unwrap();
        format!("DESCRIPTION:{value}")
    };
    let lengths = |text: &str| text.split("\r\n").map(str::len).collect::<Vec<_>>();
    let text = "补".repeat(21);
    assert_eq!(lengths(&folded(&text)), [75]);
    // One byte more before them: the last character would end at 76 and goes to the next line.
    let text = format!("a{}", "补".repeat(21));
    assert_eq!(lengths(&folded(&text)), [73, 4]);
    // A folded line begins with a blank: 24 characters and the blank are 73 bytes, a 25th is too much.
    let text = "补".repeat(21 + 25);
    assert_eq!(lengths(&folded(&text)), [75, 73, 4]);
    // Characters of four bytes.
    let text = "𠮷".repeat(16);
    assert_eq!(lengths(&folded(&text)), [72, 5]);
}

proptest! {
    /// Whatever the texts, a parser gives them back, and no line is longer than 75 bytes.
    #[test]
    fn what_is_written_is_read(
        texts in proptest::collection::vec(("[ -~一-龥\n]{1,120}", "[ -~一-龥，。\\\\;,\n𠮷]{1,200}"), 1..4)
    ) {
        let events: Vec<Event> = texts
            .iter()
            .enumerate()
            .map(|(at, (summary, description))| event(&format!("{at}@bazhu"), summary, description))
            .collect();
        let file = write("-//Bazhu//ZH", "日历", 1_764_210_896, &events);
        for line in file.split("\r\n") {
            prop_assert!(line.len() <= 75, "{line}");
        }
        prop_assert!(!file.replace("\r\n", "").contains(['\r', '\n']));
        let summaries = values(&file, "SUMMARY");
        let descriptions = values(&file, "DESCRIPTION");
        prop_assert_eq!(summaries.len(), texts.len());
        for (at, (summary, description)) in texts.iter().enumerate() {
            prop_assert_eq!(&summaries[at], summary);
            prop_assert_eq!(&descriptions[at], description);
        }
        prop_assert!(values(&file, "DTSTART").iter().all(|it| it == "20270228"));
    }
}

#[test]
fn control_characters_are_left_out() {
    let file = write("p", "n", 0, &[event("u", "a\u{0}b\r\nc\u{7f}", "")]);
    assert!(file.contains("SUMMARY:ab\\nc\r\n"), "{file}");
    assert_eq!(
        file.matches("DESCRIPTION").count(),
        3,
        "only the reminders have one"
    );
}
