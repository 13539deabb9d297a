//! Finding Chromium for the browser tests, and installing it where that is ours to do.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::{Result, run};

/// Names under which distributions install it.
const NAMES: &[&str] = &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// What Debian needs: the browser, and glyphs for the Chinese pages.
const PACKAGES: &[&str] = &["chromium", "fonts-noto-cjk"];

/// The path of Chromium. As root on Debian (a container, CI) it is installed when missing; elsewhere the
/// message names what to install, because changing a developer's machine is not for a test to decide.
pub(crate) fn find_or_install(root: &Path) -> Result<PathBuf> {
    if let Some(path) = find()? {
        return Ok(path);
    }
    let hint = format!(
        "chromium was not found; install it (Debian: `apt-get install {}`) or set `CHROMIUM_PATH`",
        PACKAGES.join(" ")
    );
    if on_path("apt-get").is_none() || !is_root(root) {
        return Err(hint);
    }
    println!("    chromium was not found: installing {}", PACKAGES.join(" and "));
    apt_get(root, &["update"])?;
    let mut install = vec!["install", "-y"];
    install.extend(PACKAGES);
    apt_get(root, &install)?;
    find()?.ok_or(hint)
}

fn find() -> Result<Option<PathBuf>> {
    if let Some(given) = std::env::var_os("CHROMIUM_PATH") {
        let path = PathBuf::from(given);
        if path.is_file() {
            return Ok(Some(path));
        }
        return Err(format!(
            "`CHROMIUM_PATH` is `{}`, which is no file; correct or unset it",
            path.display()
        ));
    }
    Ok(NAMES.iter().find_map(|name| on_path(name)))
}

fn on_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    std::env::split_paths(&path).map(|folder| folder.join(&file)).find(|candidate| candidate.is_file())
}

fn is_root(root: &Path) -> bool {
    run::captured(run::command(OsString::from("id"), root, &["-u"])).is_ok_and(|user| user.trim() == "0")
}

fn apt_get(root: &Path, arguments: &[&str]) -> Result {
    let mut command = run::command(OsString::from("apt-get"), root, arguments);
    command.env("DEBIAN_FRONTEND", "noninteractive");
    run::visible(command)
}
