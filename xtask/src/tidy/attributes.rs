//! Rule: a lint is silenced with `#[expect(lint, reason = "…")]`, never with a bare allow. An expectation
//! that no longer holds is reported by the compiler; an allowance stays for ever.

use super::Report;
use super::rust_text::RustText;
use super::tree::Tree;

pub(super) fn check(tree: &Tree, report: &mut Report) {
    for (path, text) in tree.sources(&["rs"]) {
        let text = RustText::new(text);
        for (start, _) in text.as_str().match_indices('#') {
            let rest = &text.as_str()[start + 1..];
            let bracket = start + 1 + usize::from(rest.starts_with('!'));
            if !text.as_str()[bracket..].starts_with('[') {
                continue;
            }
            let attribute = &text.as_str()[bracket..text.closing(bracket)];
            let at = (path.to_owned(), text.line(start));
            if calls(attribute, "allow") {
                let message = "`allow` silences a lint for ever; use `#[expect(lint, reason = \"…\")]`";
                report.push((at.0, at.1, message.to_owned()));
            } else if calls(attribute, "expect") && !attribute.contains("reason") {
                report.push((at.0, at.1, String::from("`expect` has no reason; add `reason = \"…\"`")));
            }
        }
    }
}

/// Whether an attribute holds `name(` as a word of its own, also inside `cfg_attr`.
fn calls(attribute: &str, name: &str) -> bool {
    attribute.match_indices(name).any(|(at, _)| {
        let before = attribute[..at].chars().next_back().unwrap_or(' ');
        let after = attribute[at + name.len()..].trim_start();
        !before.is_alphanumeric() && before != '_' && after.starts_with('(')
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::tests::broken;

    #[test]
    fn an_allowance_or_an_expectation_without_reason_fails() {
        for text in [
            "#[allow(dead_code)]\nfn a() {}",
            "#![allow(missing_docs)]",
            "#[cfg_attr(test, allow(dead_code))]\nfn a() {}",
            "#[expect(dead_code)]\nfn a() {}",
        ] {
            assert_eq!(broken(check, &[("a.rs", text)]).len(), 1, "`{text}`");
        }
    }

    #[test]
    fn an_expectation_with_a_reason_passes() {
        for text in [
            "#![expect(missing_docs, reason = \"tests\")]",
            "#[cfg(feature = \"allow\")]\nfn allow(a: u8) {}\nfn b() { allow(1); x.expect(\"it cannot fail\"); }",
            "// #[allow(dead_code)]\n#[derive(Debug)]\nstruct A;",
        ] {
            assert_eq!(broken(check, &[("a.rs", text)]), [""; 0], "`{text}`");
        }
    }
}
