//! The program `mercat`: command line, configuration, wiring. The only place that picks a backend and owns a clock.

mod clock;
mod command;
mod config;
mod listen;
mod open;
mod progress;

use std::process::ExitCode;

use clap::Parser as _;

fn main() -> ExitCode {
    let arguments = command::Arguments::parse();
    match command::run(arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let causes: Vec<String> = error.chain().map(ToString::to_string).collect();
            progress::say_error(&causes.join(": "));
            ExitCode::FAILURE
        }
    }
}
