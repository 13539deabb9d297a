//! The program itself, started as people start it, in folders and on ports of its own:
//! 1. the first start prints a secret once, and nothing secret reaches the logs;
//! 2. a signal lets requests end; a kill loses nothing acknowledged, and the next start serves at once;
//! 3. a demo shop is the same wherever it is made, and keeps its admin;
//! 4. what can't work is refused with words and an exit code;
//! 5. imports and trainings beside a running server show up in it; PostgreSQL serves as the embedded store does.
#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "tests")]
#![expect(clippy::print_stderr, reason = "tests tell how long a start took")]

#[path = "program/demo.rs"]
mod demo;
#[path = "program/first_run.rs"]
mod first_run;
#[path = "program/http.rs"]
mod http;
#[path = "program/live.rs"]
mod live;
#[path = "program/refusal.rs"]
mod refusal;
#[path = "program/server.rs"]
mod server;
#[path = "program/stop.rs"]
mod stop;
