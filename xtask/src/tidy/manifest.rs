//! The dependencies that a `Cargo.toml` names, read line by line.
//!
//! Only what the arrows need of TOML: tables, keys, `package = "…"`. Both `[dependencies]` with its keys and
//! `[dependencies.NAME]` tables are read, also below `[target.….]` and `[workspace.]`.

/// Which table a dependency stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Normal,
    Build,
    Dev,
    /// `[workspace.dependencies]`: names that members take over, no arrow of its own.
    Workspace,
}

/// One dependency of a manifest.
#[derive(Debug, PartialEq)]
pub(super) struct Dependency {
    pub(super) kind: Kind,
    /// The key it is used under.
    pub(super) key: String,
    /// `package = "…"` when the key is another name.
    pub(super) package: Option<String>,
    pub(super) line: usize,
}

/// What a manifest says.
#[derive(Debug, Default)]
pub(super) struct Manifest {
    /// `[package] name`; None in a workspace's own manifest.
    pub(super) name: Option<String>,
    pub(super) dependencies: Vec<Dependency>,
}

/// Reads a manifest. Cargo has already refused a malformed one, so nothing is reported here.
pub(super) fn parse(text: &str) -> Manifest {
    let mut manifest = Manifest::default();
    let mut table: Vec<String> = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let line = without_comment(line).trim();
        if let Some(header) = line.strip_prefix('[') {
            table = dotted(header.trim_end_matches(']').trim_start_matches('['));
            if let Some((kind, Some(key))) = dependency_table(&table) {
                manifest.add(kind, key, None, index + 1);
            }
            continue;
        }
        let Some((key, value)) = split_assignment(line) else {
            continue;
        };
        let key = dotted(key);
        match dependency_table(&table) {
            Some((kind, None)) => {
                let package = match key.get(1).map(String::as_str) {
                    Some("package") => Some(unquoted(value)),
                    _ => inline_package(value),
                };
                manifest.add(kind, &key[0], package, index + 1);
            }
            Some((kind, Some(name))) if key == ["package"] => {
                manifest.add(kind, name, Some(unquoted(value)), index + 1);
            }
            _ if table == ["package"] && key == ["name"] => manifest.name = Some(unquoted(value)),
            _ => {}
        }
    }
    manifest
}

impl Manifest {
    /// Adds a dependency, or what a second line says about one that is there already.
    fn add(&mut self, kind: Kind, key: &str, package: Option<String>, line: usize) {
        let known = self.dependencies.iter_mut().find(|known| known.kind == kind && known.key == key);
        match known {
            Some(known) => known.package = package.or(known.package.take()),
            None => self.dependencies.push(Dependency { kind, key: key.to_owned(), package, line }),
        }
    }
}

/// The kind of a table of dependencies, and the name in `[dependencies.NAME]`.
fn dependency_table(table: &[String]) -> Option<(Kind, Option<&str>)> {
    let parts: Vec<&str> = table.iter().map(String::as_str).collect();
    let (in_workspace, parts) = match parts.as_slice() {
        ["target", _, rest @ ..] => (false, rest),
        ["workspace", rest @ ..] => (true, rest),
        all => (false, all),
    };
    let (kind, name) = match parts {
        [table] => (table, None),
        [table, name] => (table, Some(*name)),
        _ => return None,
    };
    let kind = match (*kind, in_workspace) {
        ("dependencies", true) => Kind::Workspace,
        ("dependencies", false) => Kind::Normal,
        ("build-dependencies", false) => Kind::Build,
        ("dev-dependencies", false) => Kind::Dev,
        _ => return None,
    };
    Some((kind, name))
}

/// Splits a dotted key; a dot inside quotes belongs to the key.
fn dotted(key: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut quote = None;
    for letter in key.chars() {
        match (letter, quote) {
            ('"' | '\'', None) => quote = Some(letter),
            (letter, Some(open)) if letter == open => quote = None,
            ('.', None) => parts.push(String::new()),
            (letter, _) => parts.last_mut().expect("there is always a last part").push(letter),
        }
    }
    parts.iter().map(|part| part.trim().to_owned()).collect()
}

/// `key = value` at the first `=` outside quotes.
fn split_assignment(line: &str) -> Option<(&str, &str)> {
    let at = outside_quotes(line, '=')?;
    Some((line[..at].trim(), line[at + 1..].trim()))
}

fn without_comment(line: &str) -> &str {
    outside_quotes(line, '#').map_or(line, |at| &line[..at])
}

fn outside_quotes(line: &str, wanted: char) -> Option<usize> {
    let mut quote = None;
    for (at, letter) in line.char_indices() {
        match (letter, quote) {
            (letter, None) if letter == wanted => return Some(at),
            ('"' | '\'', None) => quote = Some(letter),
            (letter, Some(open)) if letter == open => quote = None,
            _ => {}
        }
    }
    None
}

/// The `package` of an inline table.
fn inline_package(value: &str) -> Option<String> {
    let inner = value.strip_prefix('{')?;
    inner
        .split([',', '}'])
        .filter_map(split_assignment)
        .find_map(|(key, value)| if key == "package" { Some(unquoted(value)) } else { None })
}

fn unquoted(value: &str) -> String {
    value.trim().trim_matches(['"', '\'']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_to_name_a_dependency_is_read() {
        let manifest = parse(
            r#"
[package]
name = "mercat-http" # the name
version.workspace = true

[dependencies]
mercat-flow.workspace = true
mercat-model = { workspace = true, features = ["x"] }
rows = { package = "mercat-store", path = "../../data/store" }
log.package = "mercat-eventlog"
serde = "1" # mercat-lake = "1"

[dependencies.mercat-cache]
path = "../../data/cache"

[target.'cfg(unix)'.dependencies]
mercat-index.workspace = true

[target."cfg(windows)".build-dependencies.kept]
package = "mercat-rank"

[dev-dependencies]
mercat-job.workspace = true

[features]
mercat-search = []
"#,
        );
        assert_eq!(manifest.name.as_deref(), Some("mercat-http"));
        let found: Vec<_> = manifest
            .dependencies
            .iter()
            .map(|found| (found.kind, found.package.as_deref().unwrap_or(&found.key), found.line))
            .collect();
        assert_eq!(
            found,
            [
                (Kind::Normal, "mercat-flow", 7),
                (Kind::Normal, "mercat-model", 8),
                (Kind::Normal, "mercat-store", 9),
                (Kind::Normal, "mercat-eventlog", 10),
                (Kind::Normal, "serde", 11),
                (Kind::Normal, "mercat-cache", 13),
                (Kind::Normal, "mercat-index", 17),
                (Kind::Build, "mercat-rank", 19),
                (Kind::Dev, "mercat-job", 23),
            ]
        );
    }

    #[test]
    fn a_workspace_names_what_members_take_over() {
        let manifest =
            parse("[workspace]\nmembers = []\n[workspace.dependencies]\na = { package = \"mercat-a\" }\n");
        assert_eq!(manifest.name, None);
        assert_eq!(
            manifest.dependencies,
            [Dependency {
                kind: Kind::Workspace,
                key: "a".to_owned(),
                package: Some("mercat-a".to_owned()),
                line: 4
            }]
        );
    }
}
