//! Rule: no file is larger than 1 MiB. History keeps it for ever; data belongs outside the repository.

use super::Report;
use super::tree::Tree;

const BYTES_MAX: u64 = 1024 * 1024;

/// Written by package tools, and needed for a repeatable build.
const LOCKS: &[&str] = &["Cargo.lock", "package-lock.json"];

pub(super) fn check(tree: &Tree, report: &mut Report) {
    for file in &tree.files {
        let name = file.path.rsplit('/').next().unwrap_or(&file.path);
        if file.bytes > BYTES_MAX && !LOCKS.contains(&name) {
            let message =
                format!("the file has `{}` bytes, more than {BYTES_MAX}; keep it elsewhere", file.bytes);
            report.push((file.path.clone(), 1, message));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::tests::broken;

    #[test]
    fn a_big_file_fails_unless_it_is_a_lock() {
        let (big, allowed) = ("x".repeat(1024 * 1024 + 1), "x".repeat(1024 * 1024));
        let files = [("a/data.csv", big.as_str()), ("a/ok.csv", &allowed), ("a/package-lock.json", &big)];
        assert_eq!(
            broken(check, &files),
            ["a/data.csv:1: the file has `1048577` bytes, more than 1048576; keep it elsewhere"]
        );
    }
}
