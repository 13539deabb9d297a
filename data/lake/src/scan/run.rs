//! Runs of one actor in a batch, with the actor as numbers.

/// Runs found at once. Each of many files is read a little at a time; found one by one, every text would be waited
/// for alone, while these are fetched together.
pub(super) const RUNS_AT_ONCE: usize = 32;

/// Rows of one actor that follow each other.
#[derive(Debug, Clone, Copy)]
pub(super) struct Run {
    /// Whose.
    pub(super) head: Head,
    /// The row after the last.
    pub(super) end: usize,
    /// The time of the first row.
    pub(super) first_at: i64,
    /// The time of the last row.
    pub(super) last_at: i64,
}

/// An actor as numbers, so that hardly ever texts are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Head {
    /// The first 16 bytes, in the order of texts.
    pub(super) first: u128,
    /// The last 16 bytes; 0 of shorter texts.
    last: u128,
    length: usize,
}

impl Head {
    /// Above every actor: no text has these bytes.
    pub(super) const AT_END: Head = Head { first: u128::MAX, last: 0, length: 0 };

    #[inline]
    pub(super) fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let (first, last) = match (bytes.first_chunk::<16>(), bytes.last_chunk::<16>()) {
            (Some(first), Some(last)) => (*first, *last),
            _ => {
                let mut padded = [0; 16];
                padded[..bytes.len()].copy_from_slice(bytes);
                (padded, [0; 16])
            }
        };
        Head { first: u128::from_be_bytes(first), last: u128::from_ne_bytes(last), length: bytes.len() }
    }

    /// Whether only one text has these numbers.
    #[inline]
    pub(super) fn is_whole(&self) -> bool {
        self.length <= 32
    }
}
