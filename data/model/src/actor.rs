//! Whose behaviour it is: a member, or a visitor whom nobody knows yet.

use std::fmt;
use std::str::FromStr;

use crate::id::{IdError, MemberId};

/// What stands before a visitor's own id in texts, so that no visitor can pass for a member.
const VISITOR_PREFIX: &str = "anon:";

/// A member or a visitor. As text `mbr_…` or `anon:` and the visitor's id, in files, addresses and parameters.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Actor {
    /// A member.
    Member(MemberId),
    /// A visitor by the id that their client made up.
    Visitor(String),
}

impl fmt::Display for Actor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Actor::Member(id) => id.fmt(f),
            Actor::Visitor(id) => write!(f, "{VISITOR_PREFIX}{id}"),
        }
    }
}

impl FromStr for Actor {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        match text.strip_prefix(VISITOR_PREFIX) {
            Some(id) => Ok(Actor::Visitor(id.to_owned())),
            None => Ok(Actor::Member(text.parse()?)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn actors_survive_text() {
        let member = Actor::Member(MemberId::from_parts(1, [2; 10]));
        let visitor = Actor::Visitor(member.to_string());
        assert_eq!(member.to_string().parse::<Actor>().unwrap(), member);
        assert_eq!(visitor.to_string().parse::<Actor>().unwrap(), visitor);
        assert_ne!(member.to_string(), visitor.to_string());
        assert!("nobody".parse::<Actor>().is_err());
    }
}
