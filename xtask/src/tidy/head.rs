//! Rule: a source file opens with what it decides or keeps: `//!` in Rust, a comment in TypeScript.

use super::Report;
use super::tree::Tree;

pub(super) fn check(tree: &Tree, report: &mut Report) {
    for (path, text) in tree.sources(&["rs"]) {
        if !says_something(text, "//!") {
            let message =
                "the file does not open with `//!`; say what it decides or keeps, and what it never does";
            report.push((path.to_owned(), 1, message.to_owned()));
        }
    }
    for (path, text) in tree.sources(&["ts", "tsx", "mjs"]) {
        if !["/**", "//"].iter().any(|opening| says_something(text, opening)) {
            let message =
                "the file does not open with a comment (`/** … */` or `//`); say what it shows or keeps";
            report.push((path.to_owned(), 1, message.to_owned()));
        }
    }
}

/// Whether the text starts with the opening and words follow in the comment. A third slash makes a directive
/// such as `/// <reference …>`, which is for the compiler and not for people.
fn says_something(text: &str, opening: &str) -> bool {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let Some(rest) = text.strip_prefix(opening).filter(|rest| !rest.starts_with('/')) else {
        return false;
    };
    let lines = if opening == "/**" { 2 } else { 1 };
    rest.lines().take(lines).any(|line| line.contains(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::tests::broken;

    #[test]
    fn a_file_without_a_head_fails() {
        for (path, text) in [
            ("a.rs", "use std::fmt;\n//! Late."),
            ("a.rs", "// Not a doc comment."),
            ("a.rs", "//!\nuse std::fmt;"),
            ("a.rs", ""),
            ("a.ts", "import a from 'a';"),
            ("a.tsx", "/// <reference types=\"vite/client\" />"),
        ] {
            assert_eq!(broken(check, &[(path, text)]).len(), 1, "`{text}` in {path}");
        }
    }

    #[test]
    fn a_file_with_a_head_passes() {
        for (path, text) in [
            ("a.rs", "//! Keeps orders.\n"),
            ("a.rs", "//! `Money`, and nothing else.\n"),
            ("a.ts", "/** Keeps orders. */"),
            ("a.ts", "/**\n * Keeps orders.\n */"),
            ("a.tsx", "// Shows orders."),
            ("a.tsx", "// 显示订单。"),
            ("a.css", ""),
        ] {
            assert_eq!(broken(check, &[(path, text)]), [""; 0], "`{text}` in {path}");
        }
    }
}
