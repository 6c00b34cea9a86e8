//! Words of `/shortage`.

use super::texts;

texts! {
    title = "紧缺职业与落户积分", "Shortage occupations and settlement";
}
