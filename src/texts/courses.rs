//! Words of `/courses`.

use super::texts;

texts! {
    title = "找课程", "Find a course";
}
