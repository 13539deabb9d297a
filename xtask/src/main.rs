//! Developer commands: `cargo xtask <demo|test|tidy|openapi>`.
//!
//! Uses the standard library only, so that it compiles in seconds on a fresh machine. It never links a
//! crate of the product: it starts `cargo`, `npm` and the built program from outside.
#![expect(clippy::print_stdout, reason = "a command line tool talks to its user through standard output")]

mod chromium;
mod demo;
mod node;
mod openapi;
mod package;
mod postgres;
mod python;
mod run;
mod stamp;
mod test;
mod tidy;

use std::process::ExitCode;

/// What a command returns: nothing, or a message for the developer.
pub(crate) type Result<T = ()> = std::result::Result<T, String>;

/// One command: its name, its arguments as shown in the help, what it does, and its code.
struct Subcommand {
    name: &'static str,
    arguments: &'static str,
    about: &'static str,
    run: fn(&[String]) -> Result,
}

const SUBCOMMANDS: &[Subcommand] = &[
    Subcommand {
        name: "demo",
        arguments: "[-- ARGS…]",
        about: "build console, tracker and server, seed a shop, train, serve it",
        run: demo::demo,
    },
    Subcommand {
        name: "test",
        arguments: "[--only STEPS] [--skip STEPS]",
        about: "every check, in the order CI runs them",
        run: test::test,
    },
    Subcommand { name: "tidy", arguments: "", about: "the house rules", run: tidy::tidy },
    Subcommand {
        name: "openapi",
        arguments: "[--check]",
        about: "write the committed OpenAPI file and the console's types, or check them",
        run: openapi::openapi,
    },
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some((name, rest)) = arguments.split_first() else {
        print!("{}", help());
        return ExitCode::FAILURE;
    };
    if matches!(name.as_str(), "help" | "--help" | "-h") {
        print!("{}", help());
        return ExitCode::SUCCESS;
    }
    let Some(subcommand) = SUBCOMMANDS.iter().find(|subcommand| subcommand.name == name) else {
        eprintln!("error: unknown command `{name}`\n\n{}", help());
        return ExitCode::FAILURE;
    };
    match (subcommand.run)(rest) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}

fn help() -> String {
    let mut text = String::from("usage: cargo xtask COMMAND\n\n");
    for subcommand in SUBCOMMANDS {
        let call = format!("{} {}", subcommand.name, subcommand.arguments);
        text.push_str(&format!("  {call:<36}{}\n", subcommand.about));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_help_names_every_command() {
        for subcommand in SUBCOMMANDS {
            assert!(help().contains(subcommand.name));
        }
    }
}
