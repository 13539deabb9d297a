//! `cargo xtask tidy`: the house rules that a compiler does not check, one file a rule.
//!
//! A rule reads the tree and returns findings. It never changes a file, and there is no list of exceptions.

mod arrows;
mod attributes;
mod file_length;
mod ftl;
mod function_length;
mod head;
mod locales;
mod machine_paths;
mod manifest;
mod names;
mod purity;
mod rust_text;
mod secrets;
mod size;
mod tree;
mod unfinished;

use std::path::Path;

use crate::{Result, run};
use tree::Tree;

/// One broken rule at one place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Finding {
    path: String,
    /// From 1; a finding about a whole file stands at line 1.
    line: usize,
    rule: &'static str,
    message: String,
}

/// One rule: its name in the output, and its code.
struct Rule {
    name: &'static str,
    check: fn(&Tree, &mut Report),
}

/// A rule adds `(path, line, message)` triples to this.
type Report = Vec<(String, usize, String)>;

const RULES: &[Rule] = &[
    Rule { name: "arrows", check: arrows::check },
    Rule { name: "attributes", check: attributes::check },
    Rule { name: "file-length", check: file_length::check },
    Rule { name: "function-length", check: function_length::check },
    Rule { name: "head", check: head::check },
    Rule { name: "locales", check: locales::check },
    Rule { name: "machine-paths", check: machine_paths::check },
    Rule { name: "names", check: names::check },
    Rule { name: "purity", check: purity::check },
    Rule { name: "secrets", check: secrets::check },
    Rule { name: "size", check: size::check },
    Rule { name: "unfinished", check: unfinished::check },
];

/// The command: checks the repository it stands in.
pub(crate) fn tidy(arguments: &[String]) -> Result {
    if let Some(argument) = arguments.first() {
        return Err(format!("unknown argument `{argument}`; tidy takes none"));
    }
    check(&run::root()?)
}

/// Prints the findings of a repository; more than none is an error.
pub(crate) fn check(root: &Path) -> Result {
    let tree = Tree::read(root)?;
    let findings = findings(&tree);
    for Finding { path, line, rule, message } in &findings {
        println!("{path}:{line}: {rule}: {message}");
    }
    match findings.len() {
        0 => {
            println!("    {} files keep {} rules", tree.files.len(), RULES.len());
            Ok(())
        }
        count => Err(format!("tidy found {count} broken rules")),
    }
}

fn findings(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for rule in RULES {
        let mut report = Report::new();
        (rule.check)(tree, &mut report);
        findings.extend(report.into_iter().map(|(path, line, message)| Finding {
            path,
            line,
            rule: rule.name,
            message,
        }));
    }
    findings.sort();
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The findings of one rule on a made-up tree, as `path:line: message` lines.
    pub(super) fn broken(check: fn(&Tree, &mut Report), files: &[(&str, &str)]) -> Vec<String> {
        let mut report = Report::new();
        check(&Tree::of(files), &mut report);
        report.sort();
        report.into_iter().map(|(path, line, message)| format!("{path}:{line}: {message}")).collect()
    }

    #[test]
    fn this_repository_is_tidy() {
        let tree = Tree::read(&run::root().unwrap()).unwrap();
        let findings = findings(&tree);
        let lines: Vec<String> = findings
            .iter()
            .map(|Finding { path, line, rule, message }| format!("{path}:{line}: {rule}: {message}"))
            .collect();
        assert!(lines.is_empty(), "{} broken rules:\n{}", lines.len(), lines.join("\n"));
    }

    #[test]
    fn rules_are_listed_in_order_once() {
        assert!(RULES.windows(2).all(|pair| pair[0].name < pair[1].name));
    }
}
