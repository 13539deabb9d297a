//! Rule: deciding and showing code is pure. It gets time, randomness and rows as arguments; flows get the
//! time of day as an argument too. Tests of such crates that read files stand in their `tests/` folder.

use super::Report;
use super::rust_text::RustText;
use super::tree::Tree;

/// Folders whose code does nothing but compute.
const PURE: &[&str] = &["data/model/src/", "compute/", "interface/storefront/src/"];

/// What pure code never does, and what to do instead.
const IMPURE: &[(&str, &str)] = &[
    ("SystemTime::now", "take the time as an argument"),
    ("Timestamp::now", "take the time as an argument"),
    ("Zoned::now", "take the time as an argument"),
    ("Instant::now", "measure in the caller"),
    ("thread_rng", "take a seed"),
    ("rand::rng", "take a seed"),
    ("from_os_rng", "take a seed"),
    ("std::fs", "let the caller read the file"),
    ("std::net", "let the caller talk to the network"),
    ("std::env", "take the value as an argument"),
    ("async fn", "decide synchronously"),
];

/// Flows do IO through their handles, but only the server and the jobs own a clock.
const CLOCKLESS: &str = "service/flow/src/";
const CLOCKS: &[&str] = &["SystemTime::now", "Timestamp::now", "Zoned::now"];

pub(super) fn check(tree: &Tree, report: &mut Report) {
    for (path, text) in tree.sources(&["rs"]) {
        let pure = PURE.iter().any(|folder| path.starts_with(folder)) && path.contains("/src/");
        let clockless = path.starts_with(CLOCKLESS);
        if !pure && !clockless {
            continue;
        }
        let text = RustText::new(text);
        for (needle, remedy) in IMPURE {
            if !pure && !CLOCKS.contains(needle) {
                continue;
            }
            for (offset, _) in text.as_str().match_indices(needle) {
                if stands_alone(text.as_str(), offset, needle) {
                    let message = format!("`{needle}` is not pure; {remedy}");
                    report.push((path.to_owned(), text.line(offset), message));
                }
            }
        }
    }
}

fn stands_alone(text: &str, offset: usize, needle: &str) -> bool {
    let is_letter = |letter: char| letter.is_alphanumeric() || letter == '_';
    let before = text[..offset].chars().next_back();
    let after = text[offset + needle.len()..].chars().next();
    !before.is_some_and(is_letter) && !after.is_some_and(is_letter)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::tests::broken;

    #[test]
    fn a_clock_a_file_or_a_dice_in_deciding_code_fails() {
        for text in
            ["let now = SystemTime::now();", "use std::fs::File;", "let r = rand::rng();", "async fn a() {}"]
        {
            assert_eq!(broken(check, &[("compute/rank/src/lib.rs", text)]).len(), 1, "`{text}`");
        }
        let text = "let now = jiff::Timestamp::now();\nlet start = Instant::now();";
        assert_eq!(
            broken(check, &[("service/flow/src/order/place.rs", text)]),
            ["service/flow/src/order/place.rs:1: `Timestamp::now` is not pure; take the time as an argument"]
        );
    }

    #[test]
    fn the_same_is_fine_where_io_belongs() {
        for path in ["service/server/src/main.rs", "compute/rank/tests/cases.rs", "data/store/src/lib.rs"] {
            assert_eq!(broken(check, &[(path, "SystemTime::now(); std::fs::read(a);")]), [""; 0], "{path}");
        }
        let text = "// std::fs\nfn a(now: Timestamp) { MyTimestamp::now_or(now) }";
        assert_eq!(broken(check, &[("compute/rank/src/lib.rs", text)]), [""; 0]);
    }
}
