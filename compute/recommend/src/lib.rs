//! Which goods to show: popular, bought together, similar by content, personal from a history.
//!
//! [`train`] turns a [`Dataset`] into an [`Artefact`] of plain arrays; [`Recommendations`] is the live value made
//! from it, immutable and shared by all requests, which answers with a reason for every item. Nothing here reads
//! a disk, a clock or a database, and equal input with an equal seed gives equal bytes whatever the number of
//! threads.

pub mod accept;
pub mod also_bought;
pub mod artefact;
pub mod catalogue;
pub mod dataset;
pub mod engine;
pub mod error;
mod features;
pub mod holdout;
mod interest;
pub mod manifest;
pub mod models;
pub mod neighbours;
pub mod newest;
pub mod params;
pub mod personal;
pub mod popular;
pub mod progress;
pub mod recommender;
mod rows;
pub mod similar;
mod tally;
pub mod train;

pub use accept::{Refusal, accept};
pub use artefact::{ArrayData, Artefact, NamedArray};
pub use catalogue::Catalogue;
pub use dataset::{CategoryInput, Dataset, DatasetInput, Interaction, NO_REGION, ProductInput, Signal};
pub use engine::{Answer, HistoryItem, Item, LIMIT_MAX, Recommendations, Request, Slot};
pub use error::RecommendError;
pub use manifest::{Counts, Manifest, Metrics};
pub use models::Models;
pub use params::{Params, SignalWeights};
pub use progress::Progress;
pub use recommender::{Because, Query, Recommender, Scored, Visit};
pub use train::{TrainContext, train};
