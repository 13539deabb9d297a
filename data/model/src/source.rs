//! Where events come from: a site, an app or a server that sends them with a write key.

use std::str::FromStr;

use crate::id::SourceId;
use crate::time::Timestamp;

/// How far a source is believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SourceKind {
    /// The shop's own storefront; there is one, and it can't be removed.
    Storefront,
    /// Browsers and apps: their key can be read by everybody, so what they say of a person changes no contact data.
    Browser,
    /// Servers: their key is a secret.
    Server,
}

impl SourceKind {
    /// Every kind.
    pub const ALL: [SourceKind; 3] = [SourceKind::Storefront, SourceKind::Browser, SourceKind::Server];

    /// The name as stored and sent.
    pub fn as_str(self) -> &'static str {
        match self {
            SourceKind::Storefront => "storefront",
            SourceKind::Browser => "browser",
            SourceKind::Server => "server",
        }
    }
}

impl FromStr for SourceKind {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        SourceKind::ALL
            .into_iter()
            .find(|kind| kind.as_str() == name)
            .ok_or_else(|| format!("`{name}` is not a kind of source: use storefront, browser or server"))
    }
}

/// A source of events.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Its id.
    pub id: SourceId,
    /// What staff call it.
    pub name: String,
    /// How far it is believed.
    pub kind: SourceKind,
    /// Whose numbers its user ids are: the source of an import, or `user` for ids that only it knows.
    pub user_ids: String,
    /// When it was made.
    pub created_at: Timestamp,
}
