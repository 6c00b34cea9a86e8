//! What pages share.

pub mod amount;
pub mod answers_panel;
pub mod badge;
pub mod catalogue;
pub mod field;
pub mod icon;
pub mod ladder;
pub mod learn;
pub mod level_ways;
pub mod loan_chart;
pub mod page;
pub mod qr;
pub mod question;
pub mod range_bar;
pub mod rule_text;
pub mod search_box;
pub mod share_box;
pub mod shell;
pub mod situations_panel;
pub mod sources;
pub mod status_list;
pub mod ticks;
pub mod timeline;
pub mod typed;
pub mod waiting;
pub mod words;
