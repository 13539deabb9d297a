//! What the command line says: results on standard output, progress and errors on standard error.
#![expect(clippy::print_stdout, reason = "the command line answers here")]
#![expect(clippy::print_stderr, reason = "errors of the command line")]

use std::io::Write as _;

use indicatif::{ProgressBar, ProgressStyle};

/// A line of the answer.
pub(crate) fn say(line: &str) {
    println!("{line}");
    // A reader that is gone needs no answer.
    let _ = std::io::stdout().flush();
}

/// What went wrong.
pub(crate) fn say_error(line: &str) {
    eprintln!("error: {line}");
}

/// A progress bar over stages whose totals come as they go.
pub(crate) struct Stages {
    bar: ProgressBar,
    stage: String,
}

impl Stages {
    pub(crate) fn new() -> Self {
        Stages { bar: ProgressBar::new(0), stage: String::new() }
    }

    /// Shows how far a stage has come; a total of 0 is unknown.
    pub(crate) fn show(&mut self, stage: &str, done: u64, total: u64) {
        if stage != self.stage {
            self.bar.finish();
            self.bar = match total {
                0 => ProgressBar::new_spinner(),
                total => ProgressBar::new(total),
            };
            let form = match total {
                0 => "{spinner} {msg:14} {human_pos} {per_sec}",
                _ => "  {msg:14} {wide_bar} {human_pos}/{human_len} {per_sec} {eta}",
            };
            if let Ok(style) = ProgressStyle::with_template(form) {
                self.bar.set_style(style);
            }
            self.bar.set_message(stage.to_owned());
            stage.clone_into(&mut self.stage);
        }
        if total > 0 {
            self.bar.set_length(total);
        }
        self.bar.set_position(done);
    }

    /// Leaves the last state on the screen.
    pub(crate) fn finish(self) {
        self.bar.finish();
    }
}
