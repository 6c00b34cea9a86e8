//! The tables that a lexicon is made from; native only, see `tables/make.mjs` for their sources.

use super::Lexicon;
use super::fold::fold;

/// A line for each syllable: `dian 典店电…`.
const PINYIN: &str = include_str!("../../tables/pinyin.txt");

/// Traditional characters, each followed by its simplified one.
const TRADITIONAL: &str = include_str!("../../tables/traditional.txt");

impl Lexicon {
    /// Everything the tables know: some 7,000 characters.
    pub fn whole() -> Lexicon {
        let groups: Vec<(&str, &str)> = PINYIN
            .lines()
            .filter_map(|line| line.split_once(' '))
            .collect();
        let mut pairs = Vec::new();
        for line in TRADITIONAL.lines() {
            let mut characters = line.chars();
            while let (Some(from), Some(to)) = (characters.next(), characters.next()) {
                pairs.push((from, to));
            }
        }
        Lexicon::from_groups(&groups, &pairs)
    }

    /// What the tables know of the characters that occur in some texts.
    pub fn of<'a>(texts: impl IntoIterator<Item = &'a str>) -> Lexicon {
        let whole = Lexicon::whole();
        let mut occurring: Vec<char> = texts
            .into_iter()
            .flat_map(str::chars)
            .filter_map(fold)
            .map(|character| whole.simplify(character))
            .collect();
        occurring.sort_unstable();
        occurring.dedup();
        whole.only(&|character| occurring.binary_search(&character).is_ok())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_occurs_is_kept() {
        let lexicon = Lexicon::of(["电工 CAD", "長江"]);
        assert_eq!(lexicon.fold("電工"), "电工");
        assert_eq!(lexicon.spellings('长'), ["chang", "zhang"]);
        assert_eq!(lexicon.spellings('车'), Vec::<String>::new());
        assert_eq!(lexicon.fold("車"), "車");
        assert!(lexicon.write().len() < 100, "{}", lexicon.write().len());
    }

    #[test]
    fn the_tables_are_whole() {
        let whole = Lexicon::whole();
        assert_eq!(whole.spellings('男'), ["nan"]);
        assert_eq!(whole.spellings('车'), ["che"]);
        assert_eq!(whole.fold("職業技能電工"), "职业技能电工");
        // Simplified texts use these themselves.
        assert_eq!(whole.fold("著乾"), "著乾");
        assert_eq!(Lexicon::read(&whole.write()), Ok(whole));
    }
}
