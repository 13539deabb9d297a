//! Where the repository is, and how other programs are started from its root.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::Result;

/// The root of the repository: the folder above this crate.
///
/// Cargo tells it at run time. Without Cargo the current folder and those above it are searched.
pub(crate) fn root() -> Result<PathBuf> {
    if let Some(manifest) = std::env::var_os("CARGO_MANIFEST_DIR")
        && let Some(parent) = Path::new(&manifest).parent()
    {
        return Ok(parent.to_path_buf());
    }
    let here = std::env::current_dir().map_err(|error| format!("cannot read the current folder: {error}"))?;
    here.ancestors()
        .find(|folder| folder.join("xtask").join("Cargo.toml").is_file())
        .map(Path::to_path_buf)
        .ok_or_else(|| format!("`{}` is not inside the repository; change into it first", here.display()))
}

/// The folder of Cargo's output, `CARGO_TARGET_DIR` respected. Child builds run in the root, so a
/// relative value is taken from there.
pub(crate) fn target_folder(root: &Path) -> PathBuf {
    root.join(std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| OsString::from("target")))
}

/// The path of the built `mercat` program of a profile folder (`debug`, `release`).
pub(crate) fn mercat_binary(root: &Path, profile: &str) -> PathBuf {
    target_folder(root).join(profile).join(format!("mercat{}", std::env::consts::EXE_SUFFIX))
}

/// The Cargo that runs us, or the one on the path.
pub(crate) fn cargo() -> OsString {
    std::env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"))
}

/// npm is a script with another name on Windows.
pub(crate) fn npm() -> OsString {
    OsString::from(if cfg!(windows) { "npm.cmd" } else { "npm" })
}

/// A command in a folder, with its arguments.
pub(crate) fn command(program: OsString, folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.current_dir(folder).args(arguments);
    command
}

/// Runs a command with its output visible. A failure names the command line.
pub(crate) fn visible(mut command: Command) -> Result {
    let line = command_line(&command);
    println!("    $ {line}");
    let status = command.status().map_err(|error| cannot_start(&line, &error))?;
    if status.success() { Ok(()) } else { Err(format!("`{line}` failed with {status}")) }
}

/// Runs a command and returns its standard output; standard error stays visible.
pub(crate) fn captured(mut command: Command) -> Result<String> {
    let line = command_line(&command);
    let output = command.stderr(Stdio::inherit()).output().map_err(|error| cannot_start(&line, &error))?;
    if !output.status.success() {
        return Err(format!("`{line}` failed with {}", output.status));
    }
    String::from_utf8(output.stdout).map_err(|_| format!("`{line}` printed something that is not UTF-8"))
}

fn cannot_start(line: &str, error: &std::io::Error) -> String {
    format!("cannot start `{line}`: {error}; is the program installed and on the path?")
}

/// The command as a developer would type it; the program by its file name.
fn command_line(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let mut words = vec![program.file_stem().unwrap_or(program.as_os_str()).to_string_lossy().into_owned()];
    words.extend(command.get_args().map(|argument| argument.to_string_lossy().into_owned()));
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failing_command_is_named_in_the_message() {
        let root = root().unwrap();
        let failed = captured(command(cargo(), &root, &["no-such-command"])).unwrap_err();
        assert!(failed.contains("`cargo no-such-command` failed"), "{failed}");
    }

    #[test]
    fn the_root_holds_the_workspace_manifest() {
        assert!(root().unwrap().join("Cargo.toml").is_file());
    }
}
