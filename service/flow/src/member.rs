//! Use cases over members.

mod change;
mod list;
mod timeline;
mod view;

pub use change::change_member;
pub use list::{MemberQuery, list_members};
pub(crate) use list::{days, month_span};
pub use mercat_store::activity::{Activity, ActivityBody};
pub use mercat_store::member::{MemberRow, MemberSort, Span};
pub use timeline::{Timeline, member_timeline};
pub use view::{MemberProfile, Rfm, view_member};
