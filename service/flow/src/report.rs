//! Use cases that report on the shop: the overview, cohort retention, and what people did.

mod countries;
mod events;
mod funnel;
mod load;
mod overview;
mod paths;
mod retention;
mod returning;
pub(crate) mod scan;
mod sessions;

pub use countries::{CountryCount, country_counts};
pub use events::{EventsQuery, EventsReport, EventsTime, MINUTES_MAX, SourceName, events};
pub use funnel::{FunnelQuery, FunnelReport, funnel, funnel_people};
pub use load::{DaysQuery, PeopleBehind, PersonBehind};
pub use mercat_analytics::behaviour;
pub use mercat_analytics::{Bucket, CohortRow, Figures, Period};
pub use overview::{Overview, OverviewQuery, TopProduct, TrendPoint, overview};
pub use paths::{PathsQuery, PathsReport, paths, paths_people};
pub use retention::{Retention, RetentionQuery, retention};
pub use returning::{ReturningAsk, ReturningQuery, ReturningReport, returning, returning_people};
pub use scan::Coverage;
pub use sessions::{SessionsAsk, SessionsQuery, SessionsReport, sessions, sessions_people};
