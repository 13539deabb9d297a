//! Operators over people's behaviour: funnel, did and did not, aggregates, returning, paths, sessions, volume.
//!
//! Each operator is a `Spec` (what is asked, validated), a `State` for one partition of a scan, and a result. A state
//! takes one [`History`](mercat_model::History) a person with `observe`; states of several partitions are brought
//! together with `merge`, in any order and grouping with one answer; `finish` gives the result. Whoever scans must
//! hand over all events of a person in one history, and the columns that `Spec::columns` names.
//!
//! Nothing here reads files, a clock or a time zone while it observes; borders of days are computed beforehand.
//! Memory is bounded by named limits, never by the number of events. The texts of conditions are compared once a
//! code, not once an event.

pub mod aggregate;
pub mod did;
pub mod filter;
pub mod funnel;
mod masks;
pub mod operator;
pub mod paths;
pub mod people;
mod quantile;
pub mod returning;
pub mod sessions;
pub mod span;
mod tally;
mod visit;
pub mod volume;

pub use filter::{Condition, Filter, TextTest};
pub use operator::Operator;
pub use people::{Page, PeoplePage};
pub use quantile::DurationQuantiles;
pub use span::Span;
