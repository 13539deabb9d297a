//! `cargo xtask demo`: from a fresh clone to a seeded, trained and served shop.
//!
//! It builds; the seeding, training and serving are the program's own `demo` command.

use std::process::Command;

use crate::{Result, node, package, run};

/// Builds what changed, then hands over to `mercat demo`. Arguments after `--` are passed through.
pub(crate) fn demo(arguments: &[String]) -> Result {
    let extra = match arguments.split_first() {
        Some((first, rest)) if first == "--" => rest,
        Some((first, _)) if !first.starts_with("--") => {
            return Err(format!("unexpected argument `{first}`; arguments for the server stand after `--`"));
        }
        _ => arguments,
    };
    let root = run::root()?;
    node::check(&root)?;
    for embedded in package::ALL {
        println!("==> {}", embedded.name);
        embedded.build_if_changed(&root)?;
    }
    println!("==> server");
    run::visible(run::command(run::cargo(), &root, &["build", "--release", "-p", "mercat-server"]))?;
    println!("==> shop");
    let mut command = Command::new(run::mercat_binary(&root, "release"));
    command.current_dir(&root).args(program_arguments(extra));
    replace_this_process(command)
}

/// The defaults, each left out when the developer gives the option himself.
fn program_arguments(extra: &[String]) -> Vec<String> {
    let given = |option: &str| {
        extra.iter().any(|argument| argument == option || argument.starts_with(&format!("{option}=")))
    };
    let mut arguments = Vec::new();
    if !given("--data") {
        arguments.extend(["--data", "demo-data"].map(String::from));
    }
    arguments.push(String::from("demo"));
    if !given("--listen") {
        arguments.extend(["--listen", "127.0.0.1:8080"].map(String::from));
    }
    arguments.extend(extra.iter().cloned());
    arguments
}

/// The server takes this process' place, so that Ctrl+C reaches it alone and it can shut down in order.
#[cfg(unix)]
fn replace_this_process(mut command: Command) -> Result {
    use std::os::unix::process::CommandExt;
    let error = command.exec();
    Err(format!("cannot start `{}`: {error}", command.get_program().to_string_lossy()))
}

/// Elsewhere the server is a child, and this process waits for it.
#[cfg(not(unix))]
fn replace_this_process(command: Command) -> Result {
    run::visible(command)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn given_options_replace_the_defaults() {
        let check = |extra: &[&str], expect: &str| {
            let extra: Vec<String> = extra.iter().map(ToString::to_string).collect();
            assert_eq!(program_arguments(&extra).join(" "), expect);
        };
        check(&[], "--data demo-data demo --listen 127.0.0.1:8080");
        check(&["--listen", "127.0.0.1:9"], "--data demo-data demo --listen 127.0.0.1:9");
        check(&["--data=x", "--seed", "7"], "demo --listen 127.0.0.1:8080 --data=x --seed 7");
    }
}
