//! `cargo xtask openapi`: the committed OpenAPI file and the console's types made from it.
//!
//! The program prints the file from its code; this command only stores or compares it.

use std::path::{Path, PathBuf};

use crate::{Result, node, package, run};

/// Writes the file and the types; with `--check` fails when the committed ones differ.
pub(crate) fn openapi(arguments: &[String]) -> Result {
    let root = run::root()?;
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => write(&root),
        ["--check"] => check(&root),
        _ => Err(format!("unknown arguments `{}`; only `--check` is known", arguments.join(" "))),
    }
}

fn write(root: &Path) -> Result {
    let path = committed(root);
    let generated = generated(root)?;
    std::fs::write(&path, generated)
        .map_err(|error| format!("cannot write `{}`: {error}", path.display()))?;
    println!("wrote {}", name(root, &path));
    if types_can_be_made(root) {
        node::npm(&package::CONSOLE.folder(root), &["run", "schema"])?;
    } else {
        println!("the console's packages are not installed, so its types were left as they are");
    }
    Ok(())
}

/// Fails when the committed file, or the types made from it, are not what the code says.
pub(crate) fn check(root: &Path) -> Result {
    let path = committed(root);
    let stored = std::fs::read_to_string(&path).unwrap_or_default();
    same(&name(root, &path), &stored, &generated(root)?)?;
    if !types_can_be_made(root) {
        return Ok(());
    }
    let Some(types) = types(&package::CONSOLE.folder(root).join("src")) else {
        return Ok(());
    };
    let before = std::fs::read_to_string(&types).unwrap_or_default();
    node::npm(&package::CONSOLE.folder(root), &["run", "schema"])?;
    let after = std::fs::read_to_string(&types).unwrap_or_default();
    same(&name(root, &types), &before, &after)
}

fn same(name: &str, stored: &str, generated: &str) -> Result {
    // A checkout may have turned line ends into CRLF.
    let stored = stored.replace("\r\n", "\n");
    if stored == generated {
        return Ok(());
    }
    let equal_lines = stored.lines().zip(generated.lines()).take_while(|(a, b)| a == b).count();
    Err(format!(
        "`{name}` differs from the code from line {} on; run `cargo xtask openapi` and commit it",
        equal_lines + 1
    ))
}

fn generated(root: &Path) -> Result<String> {
    let arguments = ["run", "--quiet", "-p", "mercat-server", "--bin", "mercat", "--", "openapi"];
    run::captured(run::command(run::cargo(), root, &arguments))
}

fn committed(root: &Path) -> PathBuf {
    root.join("service").join("http").join("openapi.json")
}

fn types_can_be_made(root: &Path) -> bool {
    package::CONSOLE.folder(root).join("node_modules").is_dir()
}

/// The generated `schema.d.ts` below a folder.
fn types(folder: &Path) -> Option<PathBuf> {
    let mut below = Vec::new();
    for entry in std::fs::read_dir(folder).ok()?.flatten() {
        let path = entry.path();
        if path.is_dir() {
            below.push(path);
        } else if path.ends_with("schema.d.ts") {
            return Some(path);
        }
    }
    below.iter().find_map(|folder| types(folder))
}

fn name(root: &Path, path: &Path) -> String {
    path.strip_prefix(root).unwrap_or(path).to_string_lossy().replace('\\', "/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_names_its_first_line_and_what_to_do() {
        assert_eq!(same("a.json", "x\r\ny\n", "x\ny\n"), Ok(()));
        let message = same("a.json", "x\ny\n", "x\nz\n").unwrap_err();
        assert_eq!(
            message,
            "`a.json` differs from the code from line 2 on; run `cargo xtask openapi` and commit it"
        );
    }
}
