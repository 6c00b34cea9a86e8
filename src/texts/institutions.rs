//! Words of `/institutions`.

use super::texts;

texts! {
    title = "院校与网点", "Colleges and offices";
}
