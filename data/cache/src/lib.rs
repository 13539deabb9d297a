//! Values that are rebuildable and never the truth. In-process for now; a shared cache takes this place when a
//! shop outgrows one machine.

mod counter;
mod memo;

pub use counter::{Counters, Quota};
pub use memo::Memo;
