//! Where a row belongs: the UTC month of its time and the bucket of its person. Decides only; touches no file.

use std::fmt;

use mercat_model::{Actor, Event, Timestamp, Zone};

/// Buckets a month: enough that each of sixteen cores has one to scan, few enough that a small shop's files stay
/// few. Part of the format: a folder written with another number can't be read.
pub const BUCKETS: u16 = 16;

/// A partition: one folder of files.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The UTC month as `2026-11`.
    pub month: String,
    /// From 0 to [`BUCKETS`] − 1.
    pub bucket: u16,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "events/month={}/bucket={:02}", self.month, self.bucket)
    }
}

/// Where an event goes whose person is known, or nobody.
pub(crate) fn place_of(event: &Event, person: Option<&Actor>) -> Place {
    let bucket = match person {
        Some(actor) => bucket_of(&actor.to_string()),
        None => bucket_of(&event.id.to_string()),
    };
    Place { month: month_of(event.occurred_at), bucket }
}

/// The month of a time, `2026-11`.
pub(crate) fn month_of(time: Timestamp) -> String {
    Zone::utc().month_of(time).to_string()
}

/// The bucket of a text: the first eight bytes of its BLAKE3, little endian, modulo [`BUCKETS`]. The same on every
/// machine and in every version.
pub(crate) fn bucket_of(text: &str) -> u16 {
    let hash = blake3::hash(text.as_bytes());
    let first = hash.as_bytes().first_chunk::<8>().expect("a hash has 32 bytes");
    u16::try_from(u64::from_le_bytes(*first) % u64::from(BUCKETS)).expect("the remainder is below BUCKETS")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn buckets_stay_where_they_were() {
        let buckets: Vec<_> = ["anon:a", "anon:b", "anon:c", ""].map(bucket_of).into();
        assert_eq!(buckets, [1, 15, 11, 15]);
        assert_eq!(month_of(Timestamp::from_micros(-1)), "1969-12");
    }
}
