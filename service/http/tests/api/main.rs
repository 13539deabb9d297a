//! The API in process, over a shop of its own: one file a noun, one binary.
#![expect(clippy::unwrap_used, reason = "tests")]

mod app;
mod behaviour;
mod collect;
mod consent;
mod document;
mod hostile;
mod idempotency;
mod pages;
mod policy;
mod session;
