//! Words of `/courses/compare`.

use super::texts;

texts! {
    title = "比一比", "Compare courses";
}
