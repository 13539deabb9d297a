//! One person's events as columns, in the order of time: what the lake gives and behaviour operators read.
//!
//! Texts are codes into a [`Names`] that the scan owns, so that an operator compares numbers and looks a text up
//! only when it prints one.

use crate::actor::Actor;

/// The code of a text that is not there.
pub const NO_TEXT: u32 = u32::MAX;

/// A column of texts that a scan may be asked for besides the kind.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TextColumn {
    /// The visit.
    Session,
    /// The source that the event came in by, as its id.
    Source,
    /// Desktop, phone, tablet or a client's name.
    Device,
    /// Country or region.
    Region,
    /// The channel's id.
    Channel,
    /// The merchant's id.
    Merchant,
    /// The page.
    Url,
    /// A campaign parameter, such as `source`.
    Utm(String),
    /// The id of the first product.
    Product,
    /// The currency of the value.
    Currency,
    /// A property by its name; texts as they are, other JSON as JSON.
    Property(String),
}

/// The texts behind codes; codes are small, dense and hold for one partition of a scan.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Names {
    /// Names of kinds by code.
    pub kinds: Vec<String>,
    /// Texts by column as asked for, then by code.
    pub texts: Vec<Vec<String>>,
}

/// Events of one person, oldest first. Columns have one length; those that were not asked for are empty.
#[derive(Debug, Clone, Copy)]
pub struct History<'a> {
    /// Whose.
    pub actor: &'a Actor,
    /// Microseconds UTC, ascending; events of one microsecond are in the order of their ids.
    pub occurred_at: &'a [i64],
    /// Codes into [`Names::kinds`].
    pub kind: &'a [u32],
    /// Codes into [`Names::texts`], in the order in which the columns were asked for; [`NO_TEXT`] where there is none.
    pub texts: &'a [Vec<u32>],
    /// Minor units; 0 where there is none. Ask for [`TextColumn::Currency`] beside it.
    pub value_minor: &'a [i64],
    /// The texts behind the codes.
    pub names: &'a Names,
}
