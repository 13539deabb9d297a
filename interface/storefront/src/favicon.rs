//! The sign of the shop in tabs and bookmarks, embedded.

/// The sign's path from the root and its SVG.
pub fn favicon() -> (&'static str, &'static str) {
    ("/assets/favicon.svg", include_str!("../assets/favicon.svg"))
}
