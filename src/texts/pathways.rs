//! Words of `/pathways`.

use super::texts;

texts! {
    title = "成长路径", "Pathways";
}
