//! Rule: a source file has at most 600 lines, a test file 1,000. A longer one holds more than one thing.

use super::Report;
use super::tree::Tree;

const LINES_MAX: usize = 600;
const TEST_LINES_MAX: usize = 1_000;

pub(super) fn check(tree: &Tree, report: &mut Report) {
    for (path, text) in tree.sources(&["rs", "ts", "tsx", "mjs", "js"]) {
        let lines_max = if is_test(path) { TEST_LINES_MAX } else { LINES_MAX };
        let lines = text.lines().count();
        if lines > lines_max {
            let message =
                format!("the file has `{lines}` lines, more than {lines_max}; split it by its nouns");
            report.push((path.to_owned(), lines_max + 1, message));
        }
    }
}

/// Tests are files in a folder of tests, and files named as tests.
fn is_test(path: &str) -> bool {
    let (folders, name) = path.rsplit_once('/').unwrap_or(("", path));
    folders.split('/').any(|folder| matches!(folder, "tests" | "browser-tests" | "e2e"))
        || name == "tests.rs"
        || name.contains(".test.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::tests::broken;

    #[test]
    fn a_long_file_fails_and_a_test_may_be_longer() {
        let (allowed, long, very_long) = ("\n".repeat(600), "\n".repeat(601), "\n".repeat(1_001));
        let files = [
            ("a/src/ok.rs", allowed.as_str()),
            ("a/src/long.rs", &long),
            ("a/src/long.tsx", &long),
            ("a/tests/ok.rs", &long),
            ("a/tests/long.rs", &very_long),
            ("a/src/b/tests.rs", &long),
            ("a/src/ok.test.ts", &long),
            ("README.md", &very_long),
        ];
        assert_eq!(
            broken(check, &files),
            [
                "a/src/long.rs:601: the file has `601` lines, more than 600; split it by its nouns",
                "a/src/long.tsx:601: the file has `601` lines, more than 600; split it by its nouns",
                "a/tests/long.rs:1001: the file has `1001` lines, more than 1000; split it by its nouns",
            ]
        );
    }
}
