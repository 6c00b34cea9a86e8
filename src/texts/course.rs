//! Words of `/courses/.

use super::texts;

texts! {
    title = "课程", "Course";
}
