//! A host's colour for links and buttons, made readable.
//!
//! Contrast is that of WCAG 2.2, in whole numbers: no floats.

use core::fmt;

/// Linear light of each of the 256 values of a channel, in 65,535ths (sRGB, IEC 61966-2-1).
const LINEAR: [u16; 256] = include!("linear.in");

/// The least contrast of text, in hundredths (WCAG 2.2, 1.4.3).
pub const TEXT: u64 = 450;
/// The contrast of what stands out within text (WCAG 2.2, 1.4.6).
const STRONG: u64 = 700;

/// An opaque colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour {
    /// Red, green, blue.
    pub channels: [u8; 3],
}

/// What a page is drawn on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ground {
    /// Behind the page.
    pub paper: Colour,
    /// Behind raised blocks.
    pub card: Colour,
}

/// The colours that follow from a host's one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    /// Links, and the ground of the main button.
    pub main: Colour,
    /// The ground of what is chosen.
    pub mist: Colour,
    /// Text on `mist`.
    pub deep: Colour,
    /// Text on `main`.
    pub on_main: Colour,
}

impl Colour {
    /// `#0b6e4f` or `#0c8`, with or without its mark; `None` for anything else.
    pub fn read(text: &str) -> Option<Colour> {
        let digits = text.strip_prefix('#').unwrap_or(text);
        let digits: Vec<u8> = digits
            .chars()
            .map(|c| c.to_digit(16).and_then(|digit| u8::try_from(digit).ok()))
            .collect::<Option<_>>()?;
        let channels = match *digits.as_slice() {
            [r, g, b] => [r * 17, g * 17, b * 17],
            [r, s, g, h, b, c] => [r * 16 + s, g * 16 + h, b * 16 + c],
            _ => return None,
        };
        Some(Colour { channels })
    }

    /// Relative luminance in 655,350,000ths.
    fn luminance(self) -> u64 {
        let weighed = self.channels.into_iter().zip([2_126, 7_152, 722]);
        weighed
            .map(|(channel, weight)| {
                let light = LINEAR.get(usize::from(channel)).copied().unwrap_or(0);
                u64::from(light) * weight
            })
            .sum()
    }

    /// Whether text of one colour on the other has this contrast, in hundredths.
    pub fn meets(self, other: Colour, hundredths: u64) -> bool {
        // 0.05 of the full luminance.
        const FLARE: u64 = 65_535 * 10_000 / 20;
        let (a, b) = (self.luminance() + FLARE, other.luminance() + FLARE);
        a.max(b) * 100 >= a.min(b) * hundredths
    }

    /// Nearer to another colour by so many hundredths of the way.
    fn towards(self, other: Colour, hundredths: u16) -> Colour {
        let mut channels = self.channels;
        for (channel, goal) in channels.iter_mut().zip(other.channels) {
            let mixed = u16::from(*channel) * (100 - hundredths) + u16::from(goal) * hundredths;
            *channel = u8::try_from(mixed / 100).unwrap_or(u8::MAX);
        }
        Colour { channels }
    }

    /// The nearest colour on the way to black or white that can be read on all of these.
    fn readable(self, grounds: &[Colour], hundredths: u64, dark: bool) -> Colour {
        let end = Colour {
            channels: if dark { [u8::MAX; 3] } else { [0; 3] },
        };
        let fits = |colour: &Colour| grounds.iter().all(|it| colour.meets(*it, hundredths));
        let steps = (0..100).step_by(4).map(|step| self.towards(end, step));
        steps.into_iter().find(fits).unwrap_or(end)
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [r, g, b] = self.channels;
        write!(f, "#{r:02x}{g:02x}{b:02x}")
    }
}

impl Palette {
    /// The colours for an accent on this ground: as near to it as can be read.
    pub fn of(accent: Colour, ground: Ground) -> Palette {
        let Ground { paper, card } = ground;
        let black = Colour { channels: [0; 3] };
        // A ground on which white is read better than black.
        let dark = !card.meets(black, TEXT);
        let mist = card.towards(accent, if dark { 18 } else { 10 });
        let main = accent.readable(&[paper, card, mist], TEXT, dark);
        Palette {
            main,
            mist,
            deep: accent.readable(&[mist], STRONG, dark),
            // Text on the page's ground is text on the accent, turned round.
            on_main: if dark { paper } else { card },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const fn colour(r: u8, g: u8, b: u8) -> Colour {
        Colour {
            channels: [r, g, b],
        }
    }

    const LIGHT: Ground = Ground {
        paper: colour(0xfb, 0xfa, 0xf7),
        card: colour(0xff, 0xff, 0xff),
    };
    const DARK: Ground = Ground {
        paper: colour(0x14, 0x15, 0x1f),
        card: colour(0x1e, 0x20, 0x30),
    };

    #[test]
    fn colours_are_read_in_both_lengths() {
        assert_eq!(Colour::read("#0b6e4f"), Some(colour(0x0b, 0x6e, 0x4f)));
        assert_eq!(Colour::read("0B6E4F"), Some(colour(0x0b, 0x6e, 0x4f)));
        assert_eq!(Colour::read("#0c8"), Some(colour(0x00, 0xcc, 0x88)));
        for text in [
            "",
            "#",
            "red",
            "#12",
            "#1234",
            "#12345",
            "#1234567",
            "##000",
            "#00000g",
            "#０００",
        ] {
            assert_eq!(Colour::read(text), None, "{text}");
        }
        assert_eq!(colour(0, 10, 255).to_string(), "#000aff");
    }

    #[test]
    #[allow(
        clippy::float_arithmetic,
        reason = "the standard's own formula, to compare with"
    )]
    fn the_table_is_the_standards_curve() {
        for (value, linear) in LINEAR.iter().enumerate() {
            let c = value as f64 / 255.0;
            let light = if c <= 0.04045 {
                c / 12.92
            } else {
                ((c + 0.055) / 1.055).powf(2.4)
            };
            assert_eq!(f64::from(*linear), (light * 65_535.0).round(), "{value}");
        }
    }

    #[test]
    fn contrasts_are_those_of_the_standard() {
        let (black, white) = (colour(0, 0, 0), colour(255, 255, 255));
        assert!(black.meets(white, 2_100) && !black.meets(white, 2_101));
        // #767676 is the lightest grey that can be read on white: 4.54; #777777 has 4.48.
        assert!(colour(0x76, 0x76, 0x76).meets(white, TEXT));
        assert!(!colour(0x77, 0x77, 0x77).meets(white, TEXT));
    }

    #[test]
    fn a_readable_accent_stays_as_it_is() {
        let green = colour(0x0b, 0x6e, 0x4f);
        assert_eq!(Palette::of(green, LIGHT).main, green);
        let sky = colour(0x8f, 0xc8, 0xff);
        assert_eq!(Palette::of(sky, DARK).main, sky);
    }

    proptest! {
        #[test]
        fn whatever_the_accent_everything_can_be_read(channels: [u8; 3]) {
            for ground in [LIGHT, DARK] {
                let palette = Palette::of(Colour { channels }, ground);
                for below in [ground.paper, ground.card, palette.mist] {
                    prop_assert!(palette.main.meets(below, TEXT), "{palette:?}");
                }
                prop_assert!(palette.deep.meets(palette.mist, STRONG), "{palette:?}");
                prop_assert!(palette.on_main.meets(palette.main, TEXT), "{palette:?}");
            }
        }
    }
}
