//! Every word that the site itself says, in both languages.
//!
//! A text is a function of the language; one that is missing in a language does not
//! compile. Words about rules come from the pack.

pub mod about;
pub mod check;
pub mod compare;
pub mod course;
pub mod course_facts;
pub mod course_money;
pub mod courses;
pub mod elder;
pub mod embed;
pub mod employers;
#[cfg(target_arch = "wasm32")]
pub mod enquiry;
pub mod feedback;
pub mod home;
pub mod honours;
pub mod institutions;
pub mod learn;
pub mod levels;
pub mod loan;
pub mod major;
pub mod malan;
pub mod malan_money;
pub mod occupation;
pub mod occupations;
pub mod operator;
pub mod pathways;
pub mod pillars;
pub mod programmes;
pub mod result;
pub mod shell;
pub mod shortage;
pub mod watch;
pub mod whats_new;
pub mod widgets;

/// Defines texts: `name = "中文", "English";` or, with values, `name(n: usize) = "{n} 项", "{n} items";`.
macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident $(($($arg:ident: $ty:ty),+))? = $zh:literal, $en:literal;)*) => {
        $($crate::texts::text! { $(#[$doc])* $name $(($($arg: $ty),+))? = $zh, $en })*
    };
}

/// Defines one text.
macro_rules! text {
    ($(#[$doc:meta])* $name:ident = $zh:literal, $en:literal) => {
        $(#[$doc])*
        pub fn $name(lang: $crate::lang::Lang) -> &'static str {
            match lang {
                $crate::lang::Lang::Zh => $zh,
                $crate::lang::Lang::En => $en,
            }
        }
    };
    ($(#[$doc:meta])* $name:ident($($arg:ident: $ty:ty),+) = $zh:literal, $en:literal) => {
        $(#[$doc])*
        pub fn $name(lang: $crate::lang::Lang, $($arg: $ty),+) -> String {
            match lang {
                $crate::lang::Lang::Zh => format!($zh),
                $crate::lang::Lang::En => format!($en),
            }
        }
    };
}

pub(crate) use {text, texts};
