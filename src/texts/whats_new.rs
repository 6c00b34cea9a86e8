//! Words of `/whats-new`.

use super::texts;

texts! {
    title = "最近更新", "What is new";
}
