//! Use cases of Mercat, one file each, over the handles and live state of a shop.
//!
//! A command loads, decides and saves with its events in one transaction; a read loads and decides; a batch owns
//! its thread. Use cases never call each other.

#![expect(clippy::missing_errors_doc, reason = "every use case returns FlowError, documented there")]

pub mod activity;
pub mod backup;
pub mod call;
pub mod collect;
pub mod demo;
pub mod error;
pub mod identity;
pub mod import;
pub mod lake;
pub mod member;
pub mod once;
pub mod order;
pub mod plan;
pub mod product;
pub mod recommend;
pub mod relay;
pub mod report;
pub mod returns;
pub mod search;
pub mod seed;
pub mod setting;
pub mod shop;
pub mod source;
pub mod staff;

pub use call::{Call, Entropy};
pub use error::FlowError;
pub use mercat_store::page::{Cursor, List, PAGE_LIMIT_MAX, Page};
pub use once::{Once, OnceAnswer};
pub use shop::Shop;
