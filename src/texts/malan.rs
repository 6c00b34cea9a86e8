//! Words of `/malan`.

use super::texts;

texts! {
    title = "马兰花创业指南", "Start-up guide (Malan Flower)";
}
