//! Words of `/majors/.

use super::texts;

texts! {
    title = "专业", "Major";
}
