//! Icons, drawn as one path each on a 24 by 24 grid. Always beside a word, so hidden
//! from screen readers.

use crate::ui::prelude::*;

/// An icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// The site's mark: eight pillars around a centre.
    Flower,
    /// Met, done.
    Check,
    /// Not met.
    Cross,
    /// Not known.
    Question,
    /// Time.
    Clock,
    /// Kept private.
    Lock,
    /// A telephone.
    Phone,
    /// To the next.
    Right,
    /// To the one before.
    Left,
    /// Folds out.
    Down,
    /// Folds in.
    Up,
    /// Something to know.
    Info,
    /// No rule.
    Dash,
    /// Look for.
    Search,
    /// Change.
    Pen,
    /// Hand on.
    Share,
    /// Print.
    Print,
    /// Light colours.
    Sun,
    /// Dark colours.
    Moon,
    /// The menu.
    Menu,
    /// 工作
    Work,
    /// 学习
    Study,
    /// 创业
    Startup,
}

impl Icon {
    fn path(self) -> &'static str {
        match self {
            Icon::Flower => {
                "M12 3v5M12 16v5M3 12h5M16 12h5M5.6 5.6l3.5 3.5M14.9 14.9l3.5 3.5M18.4 5.6l-3.5 3.5M9.1 14.9l-3.5 3.5"
            }
            Icon::Check => "M5 12.5l4.5 4.5L19 7",
            Icon::Cross => "M6 6l12 12M18 6L6 18",
            Icon::Question => "M9 9a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1.2-1.5 2.4M12 18v.01",
            Icon::Clock => "M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18zM12 7.5V12l3 2",
            Icon::Lock => "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
            Icon::Phone => {
                "M6 3h4l1.5 5l-2 1.5a11 11 0 0 0 5 5l1.5-2l5 1.5v4a2 2 0 0 1-2 2A16 16 0 0 1 4 5a2 2 0 0 1 2-2z"
            }
            Icon::Right => "M9 5l7 7l-7 7",
            Icon::Left => "M15 5l-7 7l7 7",
            Icon::Down => "M5 9l7 7l7-7",
            Icon::Up => "M5 15l7-7l7 7",
            Icon::Info => "M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18zM12 11v5M12 8v.01",
            Icon::Dash => "M6 12h12",
            Icon::Search => "M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 0 0 0-13zM15.3 15.3L20 20",
            Icon::Pen => "M4 20l1-4L16 5l3 3L8 19zM14 7l3 3",
            Icon::Share => "M12 15V4M8 8l4-4l4 4M5 12v8h14v-8",
            Icon::Print => "M7 9V4h10v5M7 17H4v-8h16v8h-3M7 14h10v6H7z",
            Icon::Sun => {
                "M12 8a4 4 0 1 0 0 8a4 4 0 0 0 0-8zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.4M17.6 17.6L19 19M5 19l1.4-1.4M17.6 6.4L19 5"
            }
            Icon::Moon => "M20 14A8.5 8.5 0 0 1 10 4a8.5 8.5 0 1 0 10 10z",
            Icon::Menu => "M4 7h16M4 12h16M4 17h16",
            Icon::Work => "M4 8h16v11H4zM9 8V5h6v3M4 13h16",
            Icon::Study => "M3 9l9-4l9 4l-9 4zM7 11v5c3 2.5 7 2.5 10 0v-5M21 9v6",
            Icon::Startup => {
                "M12 21V11M12 13c0-4-3-6-7-6c0 4 3 6 7 6zM12 10c0-4 3-6 7-6c0 4-3 6-7 6z"
            }
        }
    }
}

/// Draws an icon in the colour of the text around it.
pub fn icon(icon: Icon) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
            <path d=icon.path()></path>
        </svg>
    }
}
