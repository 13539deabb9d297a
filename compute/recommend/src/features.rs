//! Turns a product into weighted features: words, pairs of Chinese characters, attributes, category, price band.

use mercat_model::Id;

use crate::catalogue::CatalogueParts;
use crate::dataset::{ATTRIBUTES_MAX, ProductInput, TEXT_BYTES_MAX};
use crate::params::Params;

/// Features kept for one product, those with the largest weights: a long description adds no more after that.
pub(crate) const FEATURES_MAX: usize = 256;

/// What a feature is; it keeps the word `red` apart from the attribute `red`.
#[derive(Clone, Copy)]
enum Kind {
    Word = 1,
    Attribute = 2,
    Category = 3,
    Price = 4,
}

/// The features of a product, ascending by their hash, each once, with weight · (1 + ln count).
pub(crate) fn features(
    product: &ProductInput,
    parts: &CatalogueParts,
    category: u32,
    params: &Params,
) -> Vec<(u64, f32)> {
    let mut found: Vec<(u64, f32)> = Vec::new();
    words(cut(&product.text), |word| found.push((hash(Kind::Word, word.as_bytes()), params.word_weight)));
    for (name, value) in product.attributes.iter().take(ATTRIBUTES_MAX) {
        let pair = format!("{}={}", cut(name).trim().to_lowercase(), cut(value).trim().to_lowercase());
        found.push((hash(Kind::Attribute, pair.as_bytes()), params.attribute_weight));
    }
    let mut weight = params.category_weight;
    for above in parts.ancestry(category) {
        found.push((hash(Kind::Category, &parts.categories[above as usize].to_bytes()), weight));
        weight /= 2.0;
    }
    if product.price_micros > 0 {
        // Half an octave a band: prices within about 40 % of each other share one.
        let band = ((product.price_micros as f64).log2() * 2.0).floor() as i64;
        found.push((hash(Kind::Price, &band.to_le_bytes()), params.price_weight));
    }
    found.sort_by_key(|(feature, _)| *feature);
    let count = |same: &[(u64, f32)]| (same[0].0, same[0].1 * (1.0 + (same.len() as f32).ln()));
    let mut joined: Vec<(u64, f32)> =
        found.chunk_by(|a, b| a.0 == b.0).map(count).filter(|(_, weight)| *weight > 0.0).collect();
    if joined.len() > FEATURES_MAX {
        joined.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        joined.truncate(FEATURES_MAX);
        joined.sort_by_key(|(feature, _)| *feature);
    }
    joined
}

/// The text up to [`TEXT_BYTES_MAX`], cut between two characters.
fn cut(text: &str) -> &str {
    &text[..text.floor_char_boundary(TEXT_BYTES_MAX)]
}

/// Hands over each word in lower case: runs of letters and digits, and overlapping pairs of characters of scripts
/// that put no spaces between words. Single Latin letters are passed over.
fn words(text: &str, mut take: impl FnMut(&str)) {
    let mut word = String::new();
    let mut before: Option<char> = None;
    let mut paired = false;
    let flush = |word: &mut String, take: &mut dyn FnMut(&str)| {
        if word.chars().count() > 1 || word.starts_with(|c: char| c.is_numeric()) {
            take(word);
        }
        word.clear();
    };
    let mut buffer = String::with_capacity(8);
    // A space at the end closes the last word.
    for character in text.chars().flat_map(char::to_lowercase).chain([' ']) {
        if is_unspaced(character) {
            flush(&mut word, &mut take);
            if let Some(before) = before {
                buffer.clear();
                buffer.extend([before, character]);
                take(&buffer);
            }
            paired = before.is_some();
            before = Some(character);
            continue;
        }
        if let Some(alone) = before.take().filter(|_| !paired) {
            take(alone.encode_utf8(&mut [0; 4]));
        }
        paired = false;
        if character.is_alphanumeric() {
            word.push(character);
        } else {
            flush(&mut word, &mut take);
        }
    }
}

/// Han, kana, hangul: scripts in which pairs of characters serve as words.
fn is_unspaced(character: char) -> bool {
    matches!(u32::from(character),
        0x3040..=0x30ff | 0x3400..=0x4dbf | 0x4e00..=0x9fff | 0xac00..=0xd7af | 0xf900..=0xfaff
        | 0x20000..=0x323af)
}

/// FNV-1a, 64 bits (Fowler, Noll, Vo): equal on all machines; a collision only blurs a similarity.
fn hash(kind: Kind, bytes: &[u8]) -> u64 {
    let step = |state: u64, byte: u8| (state ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    bytes.iter().fold(step(0xcbf2_9ce4_8422_2325, kind as u8), |state, byte| step(state, *byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<String> {
        let mut found = Vec::new();
        words(text, |word| found.push(word.to_owned()));
        found
    }

    #[test]
    fn latin_words_and_chinese_pairs_are_found() {
        assert_eq!(of("SET of 3 T-Light holders"), ["set", "of", "3", "light", "holders"]);
        assert_eq!(of("青瓷茶杯"), ["青瓷", "瓷茶", "茶杯"]);
        assert_eq!(of("杯 Mug马克杯250ml"), ["杯", "mug", "马克", "克杯", "250ml"]);
        assert_eq!(of("Größe ÉTÉ"), ["größe", "été"]);
        assert!(of(" , 。").is_empty());
    }

    #[test]
    fn long_texts_are_cut_between_characters() {
        assert_eq!(cut(&"瓷".repeat(TEXT_BYTES_MAX)).len(), TEXT_BYTES_MAX / 3 * 3);
    }
}
