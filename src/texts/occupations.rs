//! Words of `/occupations`.

use super::texts;

texts! {
    title = "职业目录", "Occupations";
}
