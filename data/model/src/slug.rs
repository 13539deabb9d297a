//! The readable part of an address: lower-case ASCII words joined by hyphens.

/// Longest slug without its suffix.
pub const SLUG_LENGTH_MAX: usize = 80;

/// Turns a text into a slug and ends it with `suffix`, which makes it unique; letters outside ASCII are left
/// out, so a text without any gives the suffix alone.
pub fn slug(text: &str, suffix: &str) -> String {
    let mut slug = String::with_capacity(text.len().min(SLUG_LENGTH_MAX) + suffix.len() + 1);
    for character in text.chars().flat_map(char::to_lowercase) {
        if character.is_ascii_alphanumeric() {
            slug.push(character);
        } else if character != '\'' && !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
        if slug.len() >= SLUG_LENGTH_MAX {
            break;
        }
    }
    let suffix: String =
        suffix.chars().flat_map(char::to_lowercase).filter(|c| c.is_ascii_alphanumeric()).collect();
    if !slug.is_empty() && !slug.ends_with('-') && !suffix.is_empty() {
        slug.push('-');
    }
    slug.push_str(&suffix);
    slug.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn slugs_are_lower_case_words() {
        assert_eq!(
            slug("SET OF 3 COLOURED  FLYING DUCKS", "35004C"),
            "set-of-3-coloured-flying-ducks-35004c"
        );
        assert_eq!(slug("Mum's mug!", ""), "mums-mug");
        assert_eq!(slug("青瓷茶杯", "A1"), "a1");
    }
}
