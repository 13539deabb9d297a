//! Values that are rebuildable and never the truth. In-process for now; a shared cache takes this place when a
//! shop outgrows one machine.

mod counter;

pub use counter::{Counters, Quota};
