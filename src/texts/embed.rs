//! Words of the pages for those who put widgets onto theirs.

use super::texts;

texts! {
    title = "把八柱放进您的网站", "Put Bazhu on your site";
}
