//! Rule: the languages say the same: the same `.ftl` files, the same keys and attributes, and the same
//! variables in each.

use std::collections::BTreeMap;

use super::Report;
use super::ftl::{self, Ftl};
use super::tree::Tree;

/// The folder that holds one folder a language.
const FOLDER: &str = "interface/locales/";

/// The languages that are compared, in pairs with the first.
const LOCALES: [&str; 2] = ["en", "zh-CN"];

pub(super) fn check(tree: &Tree, report: &mut Report) {
    let [first, second] = LOCALES.map(|locale| files(tree, locale));
    for (locale, files) in [(LOCALES[0], &first), (LOCALES[1], &second)] {
        for (name, ftl) in files {
            for (key, line) in &ftl.repeated {
                let message = format!("`{key}` is defined twice; remove one");
                report.push((path(locale, name), *line, message));
            }
        }
    }
    compare((LOCALES[0], &first), (LOCALES[1], &second), report);
    compare((LOCALES[1], &second), (LOCALES[0], &first), report);
    for (name, ftl) in &first {
        if let Some(other) = second.get(name) {
            compare_variables(name, ftl, other, report);
        }
    }
}

/// The parsed files of a language, by file name.
fn files(tree: &Tree, locale: &str) -> BTreeMap<String, Ftl> {
    let folder = format!("{FOLDER}{locale}/");
    let named = tree.sources(&["ftl"]).filter_map(|(path, text)| Some((path.strip_prefix(&folder)?, text)));
    named.map(|(name, text)| (name.to_owned(), ftl::parse(text))).collect()
}

fn path(locale: &str, name: &str) -> String {
    format!("{FOLDER}{locale}/{name}")
}

/// Reports the files and keys that one language has and the other lacks.
fn compare(have: (&str, &BTreeMap<String, Ftl>), lack: (&str, &BTreeMap<String, Ftl>), report: &mut Report) {
    for (name, ftl) in have.1 {
        let Some(other) = lack.1.get(name) else {
            let message = format!("`{}` has no `{name}`; add the file", lack.0);
            report.push((path(have.0, name), 1, message));
            continue;
        };
        for (key, entry) in ftl.entries.iter().filter(|(key, _)| !other.entries.contains_key(*key)) {
            let message = format!("`{key}` is missing in `{}`; translate it", lack.0);
            report.push((path(have.0, name), entry.line, message));
        }
    }
}

fn compare_variables(name: &str, ftl: &Ftl, other: &Ftl, report: &mut Report) {
    for (key, entry) in &ftl.entries {
        let Some(translated) = other.entries.get(key) else {
            continue;
        };
        let differing: Vec<_> = entry.variables.symmetric_difference(&translated.variables).collect();
        if let Some(variable) = differing.first() {
            let message = format!(
                "`${variable}` of `{key}` is in one of `en` and `zh-CN` only; use it in both or none"
            );
            report.push((path(LOCALES[1], name), translated.line, message));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::tests::broken;

    const EN: &str = "interface/locales/en/home.ftl";
    const ZH: &str = "interface/locales/zh-CN/home.ftl";

    #[test]
    fn missing_files_keys_attributes_and_variables_fail() {
        for (files, expect) in [
            (
                &[(EN, "a = A")][..],
                "interface/locales/en/home.ftl:1: `zh-CN` has no `home.ftl`; add the file",
            ),
            (
                &[(EN, "a = A\nb = B"), (ZH, "a = A")],
                "interface/locales/en/home.ftl:2: `b` is missing in `zh-CN`; translate it",
            ),
            (
                &[(EN, "a = A"), (ZH, "a = A\n    .label = L")],
                "interface/locales/zh-CN/home.ftl:2: `a.label` is missing in `en`; translate it",
            ),
            (
                &[(EN, "a = A { $n }"), (ZH, "# 注\na = 甲 { $m }")],
                "interface/locales/zh-CN/home.ftl:2: `$m` of `a` is in one of `en` and `zh-CN` only; \
                 use it in both or none",
            ),
            (
                &[(EN, "a = A\na = B"), (ZH, "a = A")],
                "interface/locales/en/home.ftl:2: `a` is defined twice; remove one",
            ),
        ] {
            assert_eq!(broken(check, files), [expect]);
        }
    }

    #[test]
    fn selector_branches_may_differ() {
        let en = "a = { $n ->\n    [one] one\n   *[other] { $n } more\n }";
        assert_eq!(broken(check, &[(EN, en), (ZH, "a = 共 { $n } 件")]), [""; 0]);
    }
}
