//! Words of `/about`.

use super::texts;

texts! {
    title = "关于本站", "About this site";
}
