//! Words of `/employers`.

use super::texts;

texts! {
    title = "用人单位", "Employers";
}
