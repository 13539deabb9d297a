//! Rule: crates lie in their layer and use only what the layers allow. The table here is the one place
//! where the arrows stand; `ARCHITECTURE.md` tells the reasons.
//!
//! Normal and build dependencies share the column `uses`. Tests may add what stands in `tests_add`, mostly
//! the stores to run a flow against, and the testbed; nothing else, so that a test cannot smuggle an arrow in.

use super::Report;
use super::manifest::{self, Dependency, Kind};
use super::tree::Tree;

/// One crate of the workspace, by its folder. The package is `mercat-` and the last part of the folder.
struct Crate {
    folder: &'static str,
    /// Folders, or `layer/*`.
    uses: &'static [&'static str],
    /// What its dev-dependencies may hold besides `uses`.
    tests_add: &'static [&'static str],
}

const MODEL: &[&str] = &["data/model"];
const MODEL_RANK: &[&str] = &["data/model", "compute/rank"];
const EVERYTHING: &[&str] = &["data/*", "compute/*", "service/*", "interface/*"];

/// Only tests and benches use these, and all of them may.
const TEST_ONLY: &[&str] = &["data/testbed"];

/// Flows are tested against real stores, and so is everything that calls flows.
const STORES: &[&str] = &["data/*"];

#[rustfmt::skip]
const CRATES: &[Crate] = &[
    Crate { folder: "data/model",           uses: &[],                                          tests_add: &[] },
    Crate { folder: "data/store",           uses: MODEL,                                        tests_add: &[] },
    Crate { folder: "data/eventlog",        uses: MODEL,                                        tests_add: &[] },
    Crate { folder: "data/lake",            uses: MODEL,                                        tests_add: &[] },
    Crate { folder: "data/index",           uses: MODEL,                                        tests_add: &[] },
    Crate { folder: "data/cache",           uses: MODEL,                                        tests_add: &[] },
    Crate { folder: "data/testbed",         uses: &[],                                          tests_add: &[] },
    Crate { folder: "compute/promotion",    uses: MODEL,                                        tests_add: &[] },
    Crate { folder: "compute/order",        uses: MODEL,                                        tests_add: &[] },
    Crate { folder: "compute/loyalty",      uses: MODEL,                                        tests_add: &[] },
    Crate { folder: "compute/audience",     uses: MODEL,                                        tests_add: &[] },
    Crate { folder: "compute/recommend",    uses: MODEL_RANK,                                   tests_add: &[] },
    Crate { folder: "compute/rank",         uses: MODEL,                                        tests_add: &[] },
    Crate { folder: "compute/search",       uses: MODEL_RANK,                                   tests_add: &[] },
    Crate { folder: "compute/journey",      uses: MODEL,                                        tests_add: &[] },
    Crate { folder: "compute/ads",          uses: MODEL_RANK,                                   tests_add: &[] },
    Crate { folder: "compute/analytics",    uses: MODEL,                                        tests_add: &[] },
    Crate { folder: "compute/experiment",   uses: MODEL,                                        tests_add: &[] },
    Crate { folder: "compute/content",      uses: MODEL,                                        tests_add: &[] },
    Crate { folder: "compute/risk",         uses: MODEL,                                        tests_add: &[] },
    Crate { folder: "compute/advisor",      uses: MODEL,                                        tests_add: &[] },
    Crate { folder: "service/flow",         uses: &["data/*", "compute/*"],                     tests_add: &[] },
    Crate { folder: "service/job",          uses: &["service/flow", "data/model"],              tests_add: STORES },
    Crate { folder: "service/outbound",     uses: &["service/flow", "data/model"],              tests_add: STORES },
    Crate { folder: "service/http",         uses: &["service/flow", "interface/storefront", "data/model"],
                                                                                 tests_add: &["data/*", "service/job"] },
    Crate { folder: "service/server",       uses: &["data/*", "service/*", "interface/*"],      tests_add: &[] },
    Crate { folder: "interface/storefront", uses: MODEL,                                        tests_add: &[] },
    Crate { folder: "bench",                uses: EVERYTHING,                                   tests_add: &[] },
    Crate { folder: "xtask",                uses: &[],                                          tests_add: &[] },
];

const MANIFEST: &str = "Cargo.toml";

pub(super) fn check(tree: &Tree, report: &mut Report) {
    let renamed = renamed_by_the_workspace(tree);
    for (path, text) in tree.sources(&["toml"]) {
        let Some(folder) = path.strip_suffix(MANIFEST).and_then(|folder| folder.strip_suffix('/')) else {
            continue;
        };
        let manifest = manifest::parse(text);
        let Some(name) = manifest.name else {
            continue;
        };
        let Some(known) = CRATES.iter().find(|known| known.package() == name) else {
            let message =
                format!("`{name}` is not in the table of crates; write an ADR and add it to xtask's arrows");
            report.push((path.to_owned(), 1, message));
            continue;
        };
        if known.folder != folder {
            let message = format!("`{name}` lies in `{folder}`; move it to `{}`", known.folder);
            report.push((path.to_owned(), 1, message));
        }
        for dependency in &manifest.dependencies {
            if let Some(message) = judged(known, dependency, &renamed) {
                report.push((path.to_owned(), dependency.line, message));
            }
        }
    }
}

impl Crate {
    fn package(&self) -> String {
        match self.folder.rsplit_once('/') {
            Some((_, name)) => format!("mercat-{name}"),
            None if self.folder == "xtask" => String::from("xtask"),
            None => format!("mercat-{}", self.folder),
        }
    }
}

/// Keys that `[workspace.dependencies]` gives to packages of another name.
fn renamed_by_the_workspace(tree: &Tree) -> Vec<(String, String)> {
    let root = tree.sources(&["toml"]).find(|(path, _)| *path == MANIFEST);
    let dependencies = root.map(|(_, text)| manifest::parse(text).dependencies).unwrap_or_default();
    let named = dependencies.into_iter().filter(|dependency| dependency.kind == Kind::Workspace);
    named.filter_map(|dependency| Some((dependency.key, dependency.package?))).collect()
}

/// The finding about one dependency, if it is one of our crates and not allowed.
fn judged(from: &Crate, dependency: &Dependency, renamed: &[(String, String)]) -> Option<String> {
    let by_workspace = || renamed.iter().find(|(key, _)| *key == dependency.key).map(|(_, package)| package);
    let package = dependency.package.as_ref().or_else(by_workspace).unwrap_or(&dependency.key);
    if from.folder == "xtask" {
        return Some(format!("xtask uses `{package}`; it uses the standard library only, so remove it"));
    }
    if !package.starts_with("mercat-") && package != "xtask" {
        return None;
    }
    let Some(to) = CRATES.iter().find(|known| known.package() == *package) else {
        return Some(format!(
            "`{package}` is not in the table of crates; write an ADR and add it to xtask's arrows"
        ));
    };
    let in_tests = dependency.kind == Kind::Dev;
    let test_only = allowed(TEST_ONLY, to.folder) && from.folder != "bench";
    if allowed(from.uses, to.folder) && !test_only
        || in_tests && (allowed(from.tests_add, to.folder) || test_only || from.folder == to.folder)
    {
        return None;
    }
    let kind = if in_tests { "the tests of " } else { "" };
    Some(format!(
        "{kind}`{}` may not use `{}`; pass what it needs as a value, or move the code to the layer that may",
        from.folder, to.folder
    ))
}

fn allowed(patterns: &[&str], folder: &str) -> bool {
    patterns.iter().any(|pattern| match pattern.strip_suffix('*') {
        Some(layer) => folder.starts_with(layer),
        None => *pattern == folder,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::tests::broken;

    fn manifest(name: &str, dependencies: &str) -> String {
        format!("[package]\nname = \"{name}\"\n{dependencies}")
    }

    /// Whether a crate in a folder may have these dependencies.
    fn passes(folder: &str, name: &str, dependencies: &str) -> bool {
        let path = format!("{folder}/Cargo.toml");
        broken(check, &[(&path, &manifest(name, dependencies))]).is_empty()
    }

    #[test]
    fn an_arrow_against_the_layers_fails_in_every_spelling() {
        for dependencies in [
            "[dependencies]\nmercat-store.workspace = true",
            "[dependencies]\nmercat-store = { path = \"../../data/store\" }",
            "[dependencies]\nrows = { package = \"mercat-store\", version = \"0.1\" }",
            "[dependencies.mercat-store]\npath = \"../../data/store\"",
            "[dependencies.rows]\npackage = \"mercat-store\"",
            "[build-dependencies]\nmercat-store.workspace = true",
            "[dev-dependencies]\nmercat-store.workspace = true",
            "[target.'cfg(unix)'.dependencies]\nmercat-store.workspace = true",
        ] {
            assert!(!passes("compute/promotion", "mercat-promotion", dependencies), "{dependencies}");
            assert!(passes("service/flow", "mercat-flow", dependencies), "{dependencies}");
        }
    }

    #[test]
    fn a_renamed_workspace_dependency_is_followed() {
        let files = [
            (
                "Cargo.toml",
                "[workspace.dependencies]\nrows = { package = \"mercat-store\", path = \"data/store\" }",
            ),
            ("compute/rank/Cargo.toml", &manifest("mercat-rank", "[dependencies]\nrows.workspace = true\n")),
        ];
        assert_eq!(
            broken(check, &files),
            [
                "compute/rank/Cargo.toml:4: `compute/rank` may not use `data/store`; pass what it needs as a value, \
              or move the code to the layer that may"
            ]
        );
    }

    #[test]
    fn the_special_arrows_hold() {
        for (folder, name, to, expect) in [
            ("compute/recommend", "mercat-recommend", "mercat-rank", true),
            ("compute/promotion", "mercat-promotion", "mercat-rank", false),
            ("service/server", "mercat-server", "mercat-http", true),
            ("service/server", "mercat-server", "mercat-rank", false),
            ("service/http", "mercat-http", "mercat-store", false),
            ("service/job", "mercat-job", "mercat-store", false),
            ("service/flow", "mercat-flow", "mercat-job", false),
            ("service/flow", "mercat-flow", "mercat-lake", true),
            ("service/flow", "mercat-flow", "mercat-testbed", false),
            ("interface/storefront", "mercat-storefront", "mercat-flow", false),
            ("bench", "mercat-bench", "mercat-server", true),
            ("bench", "mercat-bench", "mercat-testbed", true),
            ("xtask", "xtask", "mercat-model", false),
            ("xtask", "xtask", "serde", false),
        ] {
            let dependencies = format!("[dependencies]\n{to} = \"1\"");
            assert_eq!(passes(folder, name, &dependencies), expect, "{name} → {to}");
        }
    }

    #[test]
    fn tests_may_add_only_what_the_table_says() {
        for (folder, name, to, expect) in [
            ("service/http", "mercat-http", "mercat-store", true),
            ("service/http", "mercat-http", "mercat-job", true),
            ("service/http", "mercat-http", "mercat-server", false),
            ("service/job", "mercat-job", "mercat-store", true),
            ("data/eventlog", "mercat-eventlog", "mercat-store", false),
            ("data/eventlog", "mercat-eventlog", "mercat-testbed", true),
            ("service/server", "mercat-server", "mercat-testbed", true),
            ("data/model", "mercat-model", "mercat-model", true),
        ] {
            let dependencies = format!("[dev-dependencies]\n{to} = \"1\"");
            assert_eq!(passes(folder, name, &dependencies), expect, "tests of {name} → {to}");
        }
    }

    #[test]
    fn an_unknown_crate_or_a_wrong_folder_fails() {
        assert!(!passes("data/stuff", "mercat-stuff", ""));
        assert!(!passes("service/rank", "mercat-rank", ""));
        assert!(!passes("service/flow", "mercat-flow", "[dependencies]\nmercat-stuff = \"1\""));
        assert!(passes("compute/rank", "mercat-rank", ""));
    }

    #[test]
    fn the_table_itself_has_no_cycle() {
        fn reaches(from: &Crate, goal: &str, steps_left: usize) -> bool {
            steps_left > 0
                && CRATES
                    .iter()
                    .filter(|to| to.folder != from.folder && allowed(from.uses, to.folder))
                    .any(|to| to.folder == goal || reaches(to, goal, steps_left - 1))
        }
        for known in CRATES {
            assert!(!reaches(known, known.folder, 6), "{} uses itself in the end", known.folder);
        }
    }
}
