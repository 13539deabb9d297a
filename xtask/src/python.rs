//! Python and the packages that Rust tests run: an environment of its own below Cargo's output, installed again
//! when the pinned list changed. Never touches the developer's own Python.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::{Result, run, stamp};

/// The variable that tells tests where the environment's Python is; a developer may point it at another one.
pub(crate) const VARIABLE: &str = "MERCAT_TEST_PYTHON";

/// Makes the environment with the pinned packages unless it is there.
pub(crate) fn prepare(root: &Path) -> Result {
    if std::env::var_os(VARIABLE).is_some() {
        println!("    {VARIABLE} is set, so nothing is installed");
        return Ok(());
    }
    let requirements = root.join("xtask").join("python").join("requirements.txt");
    let wanted = stamp::of_file(&requirements)?;
    let folder = folder(root);
    // Inside the environment, so that deleting the folder also deletes the claim that it is up to date.
    let record = folder.join(".mercat-requirements-stamp");
    if std::fs::read_to_string(&record).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    let arguments = ["-m", "venv", "--clear", &folder.to_string_lossy()];
    run::visible(run::command(OsString::from(system()), root, &arguments))
        .map_err(|error| format!("{error}; install Python 3.9 or newer with venv, or `--skip python`"))?;
    let list = requirements.to_string_lossy();
    let arguments = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", &list];
    run::visible(run::command(interpreter(root).into_os_string(), root, &arguments))?;
    std::fs::write(&record, wanted).map_err(|error| format!("cannot write `{}`: {error}", record.display()))
}

/// The Python for tests: what the developer named, else the environment's, if it was prepared.
pub(crate) fn for_tests(root: &Path) -> Option<PathBuf> {
    let named = std::env::var_os(VARIABLE).map(PathBuf::from);
    named.or_else(|| Some(interpreter(root)).filter(|python| python.is_file()))
}

fn folder(root: &Path) -> PathBuf {
    run::target_folder(root).join("python")
}

fn interpreter(root: &Path) -> PathBuf {
    let inside = if cfg!(windows) { ["Scripts", "python.exe"] } else { ["bin", "python"] };
    inside.iter().fold(folder(root), |path, part| path.join(part))
}

/// The name of the developer's Python.
fn system() -> &'static str {
    if cfg!(windows) { "python" } else { "python3" }
}
