//! Rule: no text names a path of one machine. It would be wrong on every other, and tells who wrote it.

use super::Report;
use super::tree::Tree;

/// The first folders of such paths, in pieces so that this file passes its own rule.
const FOLDERS: &[&str] = &["home", "Users", "root", "work", "tmp"];

pub(super) fn check(tree: &Tree, report: &mut Report) {
    for file in &tree.files {
        let Some(text) = &file.text else {
            continue;
        };
        for (index, line) in text.lines().enumerate() {
            if let Some(found) = machine_path(line) {
                let message =
                    format!("`{found}` exists on one machine only; use a relative path or a setting");
                report.push((file.path.clone(), index + 1, message));
            }
        }
    }
}

/// The first machine path of a line, up to its end.
fn machine_path(line: &str) -> Option<&str> {
    let windows = line.find(&[":", "\\", "Users"].concat()).map(|at| at.saturating_sub(1));
    let unix = FOLDERS.iter().find_map(|folder| {
        let needle = format!("/{folder}/");
        line.match_indices(&needle).map(|(at, _)| at).find(|at| {
            starts_a_path(&line[..*at])
                && line[at + needle.len()..].starts_with(|letter: char| is_name(letter))
        })
    });
    let start = windows.or(unix)?;
    let rest = line.get(start..)?;
    let end = rest.find(|letter: char| !is_name(letter) && !"/\\:".contains(letter)).unwrap_or(rest.len());
    Some(&rest[..end])
}

/// Whether an absolute path may begin here: not inside a URL or a longer path.
fn starts_a_path(before: &str) -> bool {
    let Some(last) = before.chars().next_back() else {
        return true;
    };
    // `file://` is followed by an absolute path; any other scheme by a host.
    before.ends_with("file://") || !(is_name(last) || "/\\}>)]~*$?%&".contains(last))
}

fn is_name(letter: char) -> bool {
    letter.is_alphanumeric() || "._-".contains(letter)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::tests::broken;

    #[test]
    fn a_path_of_one_machine_fails() {
        // What stands before the path, the path in two pieces, and what stands behind it.
        for [before, folder, rest, behind] in [
            ["read ", "/home", "/ann/data.csv", ", then"],
            ["\"", "/Users", "/ann", "\""],
            ["PATH=", "/root", "/.cargo/bin", ""],
            ["`", "/work", "/main", "`"],
            ["(", "/tmp", "/a.db", ")"],
            ["file://", "/home", "/ann", ""],
            ["in ", "C:\\", "Users\\ann", " now"],
        ] {
            let line = [before, folder, rest, behind].concat();
            assert_eq!(machine_path(&line), Some([folder, rest].concat().as_str()), "`{line}`");
            assert_eq!(broken(check, &[("README.md", &format!("first\n{line}\n"))]).len(), 1);
        }
    }

    #[test]
    fn addresses_routes_and_relative_paths_pass() {
        for line in [
            "https://example.org/home/ann",
            concat!("see docs", "/wo", "rk/plan.md and ./tmp/a.db"),
            "/homepage/x and /workers/x",
            "router.route(\"/home\", get(home))",
            "${base}/root/x",
        ] {
            assert_eq!(machine_path(line), None, "`{line}`");
        }
    }
}
