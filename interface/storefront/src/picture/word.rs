//! Finds which known word stands last in a title: the noun that says what the thing is.

/// What follows these says more about a thing, not what it is.
const TURNS: [&str; 7] = [" with ", " for ", " in ", ", ", "，", " (", "（"];

/// The value of the word that ends last in the text's leading phrase; of two that end alike, the longest.
pub(super) fn last_match<T>(text: &str, words: impl Iterator<Item = (&'static str, T)>) -> Option<T> {
    let text = text.to_lowercase();
    let end = TURNS.iter().filter_map(|turn| text.find(turn)).min().unwrap_or(text.len());
    let phrase = &text[..end];
    words
        .filter_map(|(word, value)| Some(((last_end(phrase, word)?, word.len()), value)))
        .max_by_key(|(place, _)| *place)
        .map(|(_, value)| value)
}

/// Where a word last ends in a phrase. ASCII words stand alone or in the plural; Chinese ones anywhere.
fn last_end(phrase: &str, word: &str) -> Option<usize> {
    phrase.rmatch_indices(word).map(|(at, _)| (at, at + word.len())).find_map(|(start, end)| {
        let rest = &phrase[end..];
        let stands_alone = !word.is_ascii()
            || (!phrase[..start].ends_with(|c: char| c.is_ascii_alphanumeric())
                && [rest, rest.strip_prefix('s').unwrap_or(rest), rest.strip_prefix("es").unwrap_or(rest)]
                    .iter()
                    .any(|rest| !rest.starts_with(|c: char| c.is_ascii_alphanumeric())));
        stands_alone.then_some(end)
    })
}

#[cfg(test)]
mod tests {
    use super::last_match;

    #[test]
    fn the_last_word_of_the_leading_phrase_wins() {
        let words = || [("tea", 1), ("towel", 2), ("box", 3), ("茶", 4), ("毛巾", 5)].into_iter();
        for (text, expect) in [
            ("Tea towel", Some(2)),
            ("Towels with tea pattern", Some(2)),
            ("TEA BOXES", Some(3)),
            ("steam", None),
            ("茶染毛巾", Some(5)),
            ("", None),
        ] {
            assert_eq!(last_match(text, words()), expect, "{text}");
        }
    }
}
