//! Rule: names say what a thing holds. Files, modules and types are never called utils, helpers, common,
//! misc, manager, processor; types never end in Manager, Processor, Helper, Util or Service.

use super::Report;
use super::rust_text::RustText;
use super::tree::Tree;

/// As a whole name, or as its last word, of a file, folder or module.
const WORDS: &[&str] = &[
    "util",
    "utils",
    "helper",
    "helpers",
    "common",
    "misc",
    "manager",
    "managers",
    "processor",
    "processors",
];

/// As the end of a type's name.
const SUFFIXES: &[&str] = &["Manager", "Processor", "Helper", "Helpers", "Util", "Utils", "Service"];

/// Keywords before a type's name, in Rust and in TypeScript.
const TYPE_KEYWORDS: &[&str] = &["struct", "enum", "trait", "union", "type", "class", "interface"];

/// What may stand before a type keyword at the start of a TypeScript line.
const TS_MODIFIERS: &[&str] = &["export", "default", "declare", "abstract", "const"];

const REMEDY: &str = "name the thing that it holds";

pub(super) fn check(tree: &Tree, report: &mut Report) {
    for file in &tree.files {
        for part in file.path.split('/') {
            let stem = part.split('.').find(|stem| !stem.is_empty()).unwrap_or(part);
            if is_banned(stem) {
                report.push((file.path.clone(), 1, format!("the name `{part}` says nothing; {REMEDY}")));
            }
        }
    }
    for (path, text) in tree.sources(&["rs"]) {
        let text = RustText::new(text);
        let words: Vec<_> = text.words().collect();
        for pair in words.windows(2) {
            let ((offset, keyword), (_, name)) = (pair[0], pair[1]);
            if let Some(message) = judged(keyword, name) {
                report.push((path.to_owned(), text.line(offset), message));
            }
        }
    }
    for (path, text) in tree.sources(&["ts", "tsx"]) {
        for (index, line) in text.lines().enumerate() {
            let mut words = line.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
            let keyword = words.find(|word| !TS_MODIFIERS.contains(word)).unwrap_or_default();
            if let Some(message) = words.next().and_then(|name| judged(keyword, name)) {
                report.push((path.to_owned(), index + 1, message));
            }
        }
    }
}

/// The finding about a declaration, if there is one.
fn judged(keyword: &str, name: &str) -> Option<String> {
    if keyword == "mod" && is_banned(name) {
        return Some(format!("the module name `{name}` says nothing; {REMEDY}"));
    }
    // `type Service = …` is how `tower::Layer` names what it makes; the trait decides that name.
    if !TYPE_KEYWORDS.contains(&keyword) || (keyword == "type" && name == "Service") {
        return None;
    }
    let suffix = SUFFIXES.iter().find(|suffix| name.ends_with(**suffix))?;
    Some(format!("the type `{name}` ends in `{suffix}`; {REMEDY}"))
}

/// Whether a name, or its last word, is banned. Words are parted by `_`, `-` or a capital.
fn is_banned(name: &str) -> bool {
    let last_part = name.rsplit(['_', '-']).next().unwrap_or(name);
    let last_capital = last_part.rfind(|letter: char| letter.is_ascii_uppercase()).unwrap_or(0);
    let last_word = last_part[last_capital..].to_ascii_lowercase();
    WORDS.contains(&last_word.as_str()) || WORDS.contains(&name.to_ascii_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::tests::broken;

    #[test]
    fn empty_names_of_files_and_folders_fail() {
        for path in
            ["a/src/utils.rs", "a/common/mod.rs", "a/date_helpers.rs", "a/dateUtils.ts", "a/misc.test.ts"]
        {
            assert_eq!(broken(check, &[(path, "")]).len(), 1, "`{path}`");
        }
    }

    #[test]
    fn empty_names_of_modules_and_types_fail() {
        for (path, text) in [
            ("a.rs", "mod helpers;"),
            ("a.rs", "pub(crate) struct OrderManager;"),
            ("a.rs", "enum EventProcessor {}"),
            ("a.rs", "type MailService = u8;"),
            ("a.ts", "export default class OrderService {"),
            ("a.ts", "interface DateUtil {"),
        ] {
            assert_eq!(broken(check, &[(path, text)]).len(), 1, "`{text}` in {path}");
        }
    }

    #[test]
    fn telling_names_pass() {
        for (path, text) in [
            ("service/flow/src/common_words.rs", ""),
            ("a.rs", "struct ServiceWorker; // struct OrderManager"),
            ("a.rs", "impl Layer for A { type Service = B; }\nimpl tower::Service<R> for B {}"),
            ("a.ts", "const a = 'class OrderService';"),
        ] {
            assert_eq!(broken(check, &[(path, text)]), [""; 0], "`{text}` in {path}");
        }
    }
}
