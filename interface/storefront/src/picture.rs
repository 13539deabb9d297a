//! Generated pictures of products: flat drawings, the same bytes for the same product every time.
//!
//! The words of the title choose the shape and the colour, in English and Chinese; a hash of the seed chooses the
//! rest. There is no text, script, style or outside reference in a picture.

mod colour;
mod shapes_home;
mod shapes_table;
mod shapes_wear;
mod word;

use std::fmt::Write;

use crate::stylesheet::fnv1a;
use colour::{Scheme, scheme};
use word::last_match;

/// A drawing on a field of 320 × 320, standing on y = 250, and the words that call for it.
///
/// In a drawing `$a` is the main colour, `$b` its shade, `$c` its light, `$d` the accent, `$w` paper white.
struct Shape {
    words: &'static [&'static str],
    drawing: &'static str,
    /// Whether it stands and so throws a shadow on the ground.
    stands: bool,
}

const GROUPS: [&[Shape]; 3] = [shapes_table::SHAPES, shapes_home::SHAPES, shapes_wear::SHAPES];

/// The shape of goods that no word describes: a parcel.
const PARCEL: Shape = Shape {
    words: &[],
    drawing: "<path fill=\"$a\" d=\"M84 120h152v130H84z\"/><path fill=\"$c\" d=\"M84 120l18-32h116l18 32z\"/><path fill=\"$d\" d=\"M146 88h28v72l-14-10-14 10z\"/><path fill=\"$w\" d=\"M102 206h48v26h-48z\"/>",
    stands: true,
};

/// The picture of a product as an SVG document of 1 to 2 kB.
///
/// `seed` is the product's id or code, `category_slug` and `title` may be in English or Chinese or empty.
pub fn picture(seed: &str, category_slug: &str, title: &str) -> String {
    let hash = spread(fnv1a(seed.as_bytes()));
    let shape = shape_of(title).or_else(|| shape_of(&category_slug.replace('-', " "))).unwrap_or(&PARCEL);
    let scheme = scheme(title, hash);
    let mut svg = String::with_capacity(2_048);
    svg.push_str("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 320 320\" role=\"img\">");
    let _ = write!(svg, "<path fill=\"{}\" d=\"M0 0h320v320H0z\"/>", scheme.ground);
    svg.push_str(&backdrop(hash >> 16, &scheme));
    // Goods of one shape differ in size and direction too.
    let scale = 92 + (hash >> 24) % 13;
    let flip = if (hash >> 32) & 1 == 1 { "-" } else { "" };
    if shape.stands {
        let _ =
            write!(svg, "<ellipse cx=\"160\" cy=\"251\" rx=\"98\" ry=\"10\" fill=\"{}\"/>", scheme.shadow);
    }
    let _ = write!(
        svg,
        "<g transform=\"translate(160 250) scale({flip}{0} {0}) translate(-160 -250)\">",
        decimal(scale)
    );
    svg.push_str(&painted(shape.drawing, &scheme));
    svg.push_str("</g></svg>");
    svg
}

/// The shape whose word stands last in a text: the head of an English or Chinese noun comes last.
fn shape_of(text: &str) -> Option<&'static Shape> {
    let shapes = GROUPS.into_iter().flatten();
    last_match(text, shapes.flat_map(|shape| shape.words.iter().map(move |word| (*word, shape))))
}

fn painted(drawing: &str, scheme: &Scheme) -> String {
    let mut painted = String::with_capacity(drawing.len() + 128);
    let mut parts = drawing.split('$');
    painted.push_str(parts.next().unwrap_or_default());
    for part in parts {
        painted.push_str(match part.as_bytes().first() {
            Some(b'a') => &scheme.main,
            Some(b'b') => &scheme.shade,
            Some(b'c') => &scheme.light,
            Some(b'd') => &scheme.accent,
            _ => "#fffaf2",
        });
        painted.push_str(part.get(1..).unwrap_or_default());
    }
    painted
}

/// What stands behind the goods.
fn backdrop(hash: u64, scheme: &Scheme) -> String {
    let path = match hash % 5 {
        0 => "M160 34a118 118 0 1 1 0 236 118 118 0 0 1 0-236z",
        1 => "M48 320V160a112 112 0 0 1 224 0v160z",
        2 => "M0 232h320v88H0z",
        3 => "M0 320V214c90-60 210 40 320-34v140z",
        _ => "M28 28h264v264H28z",
    };
    format!("<path fill=\"{}\" d=\"{path}\"/>", scheme.backdrop)
}

/// Hundredths as a short decimal: 92 → `.92`, 104 → `1.04`.
fn decimal(hundredths: u64) -> String {
    if hundredths < 100 { format!(".{hundredths:02}") } else { format!("1.{:02}", hundredths - 100) }
}

/// Spreads the bits of a hash, so that each part of it may be used alone (SplitMix64's finaliser, Steele et al. 2014).
fn spread(hash: u64) -> u64 {
    let mixed = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_same_product_has_the_same_picture() {
        assert_eq!(picture("prd_1", "tea", "Clay teapot"), picture("prd_1", "tea", "Clay teapot"));
        assert_ne!(picture("prd_1", "tea", "Clay teapot"), picture("prd_2", "tea", "Clay teapot"));
    }

    #[test]
    fn words_choose_the_shape_in_both_languages() {
        let same = |a: &str, b: &str| {
            assert!(std::ptr::eq(shape_of(a).unwrap(), shape_of(b).unwrap()), "{a} / {b}");
        };
        same("Stoneware mug, sage green", "鼠尾草绿粗陶马克杯");
        same("Candle with a lamp motif", "大豆蜡香薰蜡烛");
        same("Travel backpack for a book", "通勤双肩包");
        assert!(shape_of("PANDA").is_none(), "`pan` is no word of it");
        assert!(shape_of("Something else").is_none());
    }

    #[test]
    fn every_shape_makes_a_small_plain_picture() {
        let mut drawn = BTreeSet::new();
        for shape in GROUPS.into_iter().flatten().chain([&PARCEL]) {
            let title = shape.words.first().copied().unwrap_or("?");
            let svg = picture(title, "", title);
            assert!((500..=2_048).contains(&svg.len()), "{title}: {} bytes", svg.len());
            assert!(svg.contains("role=\"img\"") && !svg.contains('$'), "{title}");
            for banned in ["<script", "<style", "<text", "href", "url(", "style=", "&"] {
                assert!(!svg.contains(banned), "{title}: {banned}");
            }
            assert_eq!(svg.matches('<').count(), svg.matches('>').count(), "{title}");
            assert_eq!(svg.matches('"').count() % 2, 0, "{title}");
            drawn.insert(shape.drawing);
        }
        assert!(drawn.len() >= 40, "{}", drawn.len());
    }

    #[test]
    fn no_word_calls_for_two_shapes() {
        let mut seen = BTreeSet::new();
        for word in GROUPS.into_iter().flatten().flat_map(|shape| shape.words) {
            assert!(seen.insert(word), "`{word}` stands twice");
            assert_eq!(*word, word.to_lowercase());
        }
    }

    #[test]
    fn hostile_words_never_reach_the_picture() {
        let svg = picture("\"><script>", "\"><script>", "mug \"><script>alert(1)</script>");
        assert!(!svg.contains("script"));
    }
}
