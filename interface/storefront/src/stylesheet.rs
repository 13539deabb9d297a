//! The one stylesheet, embedded; its path carries a hash of its content, so that browsers may keep it for ever.

use std::sync::OnceLock;

const CSS: &str = include_str!("../assets/storefront.css");

/// The stylesheet's path from the root, `/assets/storefront.<hash>.css`, and its text.
pub fn stylesheet() -> (&'static str, &'static str) {
    static PATH: OnceLock<String> = OnceLock::new();
    let path = PATH.get_or_init(|| format!("/assets/storefront.{:016x}.css", fnv1a(CSS.as_bytes())));
    (path, CSS)
}

/// FNV-1a, 64 bits (RFC 9923): names a version, protects nothing.
pub(crate) fn fnv1a(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_matches_the_published_vectors() {
        assert_eq!(fnv1a(b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fnv1a(b"a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(fnv1a(b"foobar"), 0x8594_4171_f739_67e8);
    }

    #[test]
    fn the_stylesheet_is_small_and_fetches_nothing() {
        let (path, css) = stylesheet();
        assert!(path.starts_with("/assets/storefront.") && path.ends_with(".css"));
        assert!(css.len() <= 12_000, "{} bytes", css.len());
        for fetch in ["url(", "@import", "http"] {
            assert!(!css.contains(fetch), "{fetch}");
        }
    }
}
