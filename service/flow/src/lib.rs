//! Use cases of Mercat, one file each, over the handles and live state of a shop.
//!
//! A command loads, decides and saves with its events in one transaction; a read loads and decides; a batch owns
//! its thread. Use cases never call each other.

#![expect(clippy::missing_errors_doc, reason = "every use case returns FlowError, documented there")]

pub mod call;
pub mod error;
pub mod import;
pub mod relay;
pub mod setting;
pub mod shop;

pub use call::{Call, Entropy};
pub use error::FlowError;
pub use shop::Shop;
