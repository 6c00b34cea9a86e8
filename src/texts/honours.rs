//! Words of `/honours`.

use super::texts;

texts! {
    title = "荣誉", "Honours";
}
