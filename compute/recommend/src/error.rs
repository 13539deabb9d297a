//! What goes wrong with recommendations: data beyond the limits, a stopped training, a broken artefact.

use mercat_model::ProductId;

/// The errors of this crate.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum RecommendError {
    /// More rows than a named limit.
    #[error("`{count}` {what} are more than the limit of {max}: train on fewer or on a shorter time")]
    TooMany {
        /// What is counted.
        what: &'static str,
        /// How many were given.
        count: usize,
        /// The limit.
        max: usize,
    },
    /// The same product twice.
    #[error("product `{0}` is given twice: give every product once")]
    DuplicateProduct(ProductId),
    /// An interaction points beyond the products or the regions.
    #[error(
        "interaction `{row}` has {what} `{index}`, but only {count} are given: check how it was numbered"
    )]
    UnknownIndex {
        /// The position of the interaction, from 0.
        row: usize,
        /// `product` or `region`.
        what: &'static str,
        /// The index it carries.
        index: u32,
        /// How many there are.
        count: usize,
    },
    /// A parameter outside its range.
    #[error("parameter `{name}` is `{value}`: use a number from {min} to {max}")]
    BadParameter {
        /// Its name.
        name: &'static str,
        /// What was given.
        value: String,
        /// The least allowed.
        min: f64,
        /// The most allowed.
        max: f64,
    },
    /// The caller stopped the training.
    #[error("the training was stopped during `{0}`: start it again to get a model")]
    Stopped(&'static str),
    /// A file of the artefact is not there.
    #[error("the model has no file `{0}`: train it again or restore the folder")]
    MissingFile(&'static str),
    /// The manifest can't be read.
    #[error("the manifest of the model is broken ({0}): train it again or restore the folder")]
    BadManifest(String),
    /// The artefact was written by a program that this one does not understand.
    #[error(
        "the model is of kind `{kind}`, format `{format}`, which this program does not read: train it again"
    )]
    UnknownFormat {
        /// Its kind.
        kind: String,
        /// Its format version.
        format: u32,
    },
    /// An array is missing or does not hold what its manifest promises.
    #[error("array `{array}` of the model is broken ({what}): train it again or restore the folder")]
    BadArray {
        /// Its name.
        array: String,
        /// What is wrong with it.
        what: &'static str,
    },
}

impl RecommendError {
    pub(crate) fn array(array: &str, what: &'static str) -> Self {
        RecommendError::BadArray { array: array.to_owned(), what }
    }
}
