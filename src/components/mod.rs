//! What pages share.

pub mod amount;
pub mod answers_panel;
pub mod badge;
pub mod field;
pub mod icon;
pub mod page;
pub mod question;
pub mod range_bar;
pub mod shell;
pub mod situations_panel;
pub mod sources;
pub mod status_list;
pub mod ticks;
pub mod waiting;
pub mod words;
