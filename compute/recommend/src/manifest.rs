//! The manifest of an artefact: what the model is, how it was made, how good it was on a hold-out.

use mercat_model::Timestamp;
use serde::{Deserialize, Serialize};

use crate::params::Params;

/// The kind of the artefacts of this crate.
pub const KIND: &str = "recommend";

/// The version of the layout; it changes when an old program could not read a new artefact or the reverse.
pub const FORMAT: u32 = 1;

/// Everything about a model but its arrays; written as `manifest.json`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Manifest {
    /// [`FORMAT`] at the time of writing.
    pub format: u32,
    /// [`KIND`].
    pub kind: String,
    /// When the training was started.
    pub created_at: Timestamp,
    /// The model knows all events of the log before this offset.
    pub log_offset: u64,
    /// The seed of all random choices.
    pub seed: u64,
    /// The parameters.
    pub params: Params,
    /// How much was learned from.
    pub counts: Counts,
    /// How good it was; none when nobody could be tested.
    pub metrics: Option<Metrics>,
    /// The arrays in the order of the file.
    pub arrays: Vec<ArrayEntry>,
}

/// How much a model has learned from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Counts {
    /// Products, shown or not.
    pub products: u64,
    /// Products that may be shown.
    pub published: u64,
    /// Categories.
    pub categories: u64,
    /// Regions.
    pub regions: u64,
    /// Different actors.
    pub actors: u64,
    /// Interactions of all kinds.
    pub interactions: u64,
    /// Products that have at least one neighbour by purchases.
    pub with_also_bought: u64,
    /// Products that have at least one neighbour by content.
    pub with_similar: u64,
}

/// Hold-out metrics: the last basket of a sample of members is guessed from what they did before.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Metrics {
    /// Members tested.
    pub members: u64,
    /// Share of them with a product of their last basket among the first ten of the personal list (HR@10), 0 to 1;
    /// products that they had bought before count neither in the list nor in the basket.
    pub personal_hr_at_10: f64,
    /// The same for the popular list.
    pub popular_hr_at_10: f64,
    /// Share of the published products that stand in one of these personal lists, 0 to 1.
    pub coverage: f64,
}

/// One array of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArrayEntry {
    /// Its name, such as `similar.scores`.
    pub name: String,
    /// `u8`, `u32`, `u64`, `i64` or `f32`, little-endian.
    pub dtype: String,
    /// Elements.
    pub length: u64,
    /// Where it starts in the file, a multiple of 64.
    pub offset: u64,
    /// Bytes it takes.
    pub bytes: u64,
    /// BLAKE3 of these bytes, in hexadecimal.
    pub blake3: String,
}
