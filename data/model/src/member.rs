//! A customer whom the shop knows.

use crate::id::MemberId;
use crate::locale::Locale;
use crate::time::Timestamp;

/// A member with the facts that a profile opens with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Their id.
    pub id: MemberId,
    /// A short number that staff can read out.
    pub number: String,
    /// The name they go by; may be empty.
    pub name: String,
    /// Where mail reaches them.
    pub email: Option<String>,
    /// The country of their orders; empty when unknown.
    pub country: String,
    /// The language they read.
    pub locale: Option<Locale>,
    /// When the shop first knew them.
    pub joined_at: Timestamp,
    /// Their wish to be shown nothing personal: one switch for search, recommendations, price, messages, ads.
    pub no_personalisation: bool,
}
