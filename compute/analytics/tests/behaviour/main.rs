//! The operators over behaviour. Proved for each of them:
//! 1. It gives what a plain reading of its definition gives (loops over one person's events, quadratic where that is
//!    plainer), on random histories with many equal times, missing texts and two currencies.
//! 2. It gives the same however people are spread over partitions and in whatever order and grouping these are merged;
//!    each partition has codes of its own.
//! 3. The people behind a number, page by page, are all of them, in order, each once.
#![expect(clippy::unwrap_used, reason = "tests")]

mod aggregate;
mod did;
mod funnel;
mod paths;
mod returning;
mod sessions;
mod volume;
mod world;
