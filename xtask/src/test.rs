//! `cargo xtask test`: every check in the order CI runs them, stopping at the first failure.
//!
//! Nothing is left out silently: what cannot run here is named in the summary, and in CI a missing
//! PostgreSQL is a failure.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::{Result, chromium, node, openapi, package, postgres, python, run, tidy};

/// One step: its name for `--only` and `--skip`, what it does, and its code.
struct Step {
    name: &'static str,
    about: &'static str,
    run: fn(&Path) -> Result,
}

/// Console and tracker come before the Rust steps, so that the program embeds them.
const STEPS: &[Step] = &[
    Step { name: "fmt", about: "cargo fmt --check", run: fmt },
    Step { name: "tidy", about: "the house rules", run: tidy::check },
    Step { name: "console", about: "typecheck, unit tests and build of the console", run: console_checks },
    Step { name: "tracker", about: "typecheck, unit tests and build of the tracker", run: tracker_checks },
    Step { name: "clippy", about: "cargo clippy with warnings denied", run: clippy },
    Step { name: "python", about: "the Python packages that Rust tests run", run: python::prepare },
    Step { name: "rust", about: "cargo test --workspace", run: rust },
    Step { name: "openapi", about: "the committed OpenAPI file equals the code", run: openapi::check },
    Step { name: "browser", about: "the pages in Chromium: axe, overflow, errors, Lighthouse", run: browser },
];

/// Which steps the developer asked for.
#[derive(Debug, Default, PartialEq)]
struct Choice {
    only: Vec<String>,
    skip: Vec<String>,
}

/// Runs the steps that were asked for and prints a summary.
pub(crate) fn test(arguments: &[String]) -> Result {
    let choice = parse(arguments)?;
    let root = run::root()?;
    let left_out = left_out(&root, &choice)?;
    let mut lines = Vec::new();
    let mut failure = None;
    let start = Instant::now();
    for step in STEPS {
        if !choice.takes(step.name) {
            lines.push(format!("  {:<10}left out on request", step.name));
            continue;
        }
        if failure.is_some() {
            lines.push(format!("  {:<10}not reached", step.name));
            continue;
        }
        println!("==> {}: {}", step.name, step.about);
        let step_start = Instant::now();
        let outcome = (step.run)(&root);
        let took = seconds(step_start.elapsed());
        let word = if outcome.is_ok() { "ok" } else { "FAILED" };
        println!("<== {}: {word} in {took}", step.name);
        lines.push(format!("  {:<10}{word:<8}{took:>9}", step.name));
        if let Err(message) = outcome {
            failure = Some(format!("step `{}`: {message}", step.name));
        }
    }
    println!("\nsummary, {} in all", seconds(start.elapsed()));
    for line in lines.iter().chain(&left_out) {
        println!("{line}");
    }
    failure.map_or(Ok(()), Err)
}

impl Choice {
    fn takes(&self, name: &str) -> bool {
        let names = |list: &[String]| list.iter().any(|listed| listed == name);
        (self.only.is_empty() || names(&self.only)) && !names(&self.skip)
    }
}

fn parse(arguments: &[String]) -> Result<Choice> {
    let mut choice = Choice::default();
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let (option, inline) = match argument.split_once('=') {
            Some((option, value)) => (option, Some(value.to_owned())),
            None => (argument.as_str(), None),
        };
        let list = match option {
            "--only" => &mut choice.only,
            "--skip" => &mut choice.skip,
            _ => return Err(format!("unknown argument `{argument}`; use `--only` or `--skip`")),
        };
        let value = inline.or_else(|| rest.next().cloned()).unwrap_or_default();
        for name in value.split(',') {
            if !STEPS.iter().any(|step| step.name == name) {
                let known: Vec<_> = STEPS.iter().map(|step| step.name).collect();
                return Err(format!(
                    "unknown step `{name}` after `{option}`; the steps are {}",
                    known.join(", ")
                ));
            }
            list.push(name.to_owned());
        }
    }
    Ok(choice)
}

/// What the Rust tests leave out on this machine, as lines of the summary.
fn left_out(root: &Path, choice: &Choice) -> Result<Vec<String>> {
    if !choice.takes("rust") {
        return Ok(Vec::new());
    }
    let mut lines = Vec::new();
    let (address, answers) = postgres::probe();
    if answers {
        lines.push(format!("  PostgreSQL answered at {address}"));
    } else if std::env::var("CI").is_ok_and(|value| value == "true") {
        return Err(format!(
            "no PostgreSQL answers at `{address}`, and CI requires one; start it or set `MERCAT_TEST_POSTGRES_URL`"
        ));
    } else {
        lines.push(format!("  left out: the tests on PostgreSQL, because none answers at {address}"));
    }
    if !choice.takes("python") && python::for_tests(root).is_none() {
        lines.push(String::from("  left out: the tests that run Python, because step `python` is left out"));
    }
    if !real_data(root).is_dir() {
        lines.push(String::from(
            "  left out: the tests on real data, because the folder is absent (set `MERCAT_TEST_DATA` to it)",
        ));
    }
    Ok(lines)
}

/// The folder of real data sets: beside the repository unless the environment names another.
fn real_data(root: &Path) -> PathBuf {
    match std::env::var_os("MERCAT_TEST_DATA") {
        Some(given) => PathBuf::from(given),
        None => ["..", "shared", "data"].iter().fold(root.to_path_buf(), |path, part| path.join(part)),
    }
}

fn fmt(root: &Path) -> Result {
    cargo(root, &["fmt", "--all", "--", "--check"]).map_err(|error| format!("{error}; run `cargo fmt`"))
}

fn console_checks(root: &Path) -> Result {
    node::check(root)?;
    package::CONSOLE.check(root)
}

fn tracker_checks(root: &Path) -> Result {
    node::check(root)?;
    package::TRACKER.check(root)
}

fn clippy(root: &Path) -> Result {
    cargo(root, &["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"])
}

fn rust(root: &Path) -> Result {
    let mut command = run::command(run::cargo(), root, &["test", "--workspace"]);
    if let Some(python) = python::for_tests(root) {
        command.env(python::VARIABLE, python);
    }
    run::visible(command)
}

fn browser(root: &Path) -> Result {
    node::check(root)?;
    let chromium = chromium::find_or_install(root)?;
    cargo(root, &["build", "-p", "mercat-server"])?;
    let folder = root.join("interface").join("browser-tests");
    node::install(&folder)?;
    let mut command = run::command(run::npm(), &folder, &["test"]);
    command.env("CHROMIUM_PATH", chromium).env("MERCAT_BIN", run::mercat_binary(root, "debug"));
    if let Some(python) = python::for_tests(root) {
        command.env(python::VARIABLE, python);
    }
    run::visible(command)
}

fn cargo(root: &Path, arguments: &[&str]) -> Result {
    run::visible(run::command(run::cargo(), root, arguments))
}

fn seconds(duration: Duration) -> String {
    format!("{:.1} s", duration.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(arguments: &[&str]) -> Result<Choice> {
        let arguments: Vec<String> = arguments.iter().map(ToString::to_string).collect();
        parse(&arguments)
    }

    #[test]
    fn only_and_skip_choose_the_steps() {
        let chosen = |arguments: &[&str]| {
            let choice = parsed(arguments).unwrap();
            STEPS.iter().map(|step| step.name).filter(|name| choice.takes(name)).collect::<Vec<_>>()
        };
        assert_eq!(chosen(&["--only", "fmt,tidy"]), ["fmt", "tidy"]);
        assert_eq!(chosen(&["--only=fmt,tidy", "--skip=tidy"]), ["fmt"]);
        assert_eq!(chosen(&[]).len(), STEPS.len());
        assert_eq!(chosen(&["--skip", "browser"]).len(), STEPS.len() - 1);
    }

    #[test]
    fn an_unknown_step_or_option_is_refused_with_what_is_known() {
        assert!(parsed(&["--only", "browsers"]).unwrap_err().contains("openapi, browser"));
        assert!(parsed(&["--fast"]).unwrap_err().contains("`--fast`"));
        assert!(parsed(&["--only"]).is_err());
    }
}
