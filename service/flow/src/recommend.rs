//! Use cases that recommend: answering for a slot, training, swapping models.

mod answer;
mod load;
mod refresh;
mod train;
mod versions;

pub use answer::{Answer, RecommendQuery, Recommended, Visitor, recommend};
pub use mercat_recommend::Slot;
pub use refresh::refresh_model;
pub use train::{TrainProgress, Trained, train_model};
pub use versions::{ModelFacts, ModelVersion, ModelVersionRow, model_versions};
