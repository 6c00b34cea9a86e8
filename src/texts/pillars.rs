//! Words of `/pillars`.

use super::texts;

texts! {
    title = "四梁八柱", "The eight pillars";
}
