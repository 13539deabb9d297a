//! The vocabulary that every layer shares: money, ids, time, events, goods, members, orders.
//!
//! Values are parsed at the edge into these types and carried as they are. Nothing here reads a clock,
//! draws randomness or does IO.

pub mod actor;
pub mod event;
pub mod history;
pub mod id;
pub mod locale;
pub mod member;
pub mod money;
pub mod order;
pub mod product;
pub mod reason;
pub mod slug;
pub mod source;
pub mod time;
pub mod zone;

pub use actor::Actor;
pub use event::{Event, EventItem, EventKind};
pub use history::{History, TextColumn};
pub use id::{
    CategoryId, ChannelId, ErasureId, EventId, Id, ImportRunId, MemberId, MerchantId, MergeId,
    ModelVersionId, OrderId, ProductId, ReturnId, SessionId, SourceId, StaffId,
};
pub use locale::Locale;
pub use member::Member;
pub use money::{Currency, Money, MoneyError, UnitPrice};
pub use order::{Order, OrderLine, OrderStatus, Return, ReturnLine};
pub use product::{Category, CategoryText, Product, ProductStatus, ProductText};
pub use reason::{Reason, ReasonArg};
pub use source::{Source, SourceKind};
pub use time::{Timestamp, TimestampError};
pub use zone::{CivilDate, Month, Zone, ZoneError};
