//! Which events came in during the last days, so that a client that sends one again adds nothing.
//!
//! This is a cache of the log: it is built from the log's rows when the first client's batch comes, and follows
//! what other processes append. It holds the 74 random bits of each event's id; for collected events those are a hash
//! of the client's message id. Memory is bounded: the newest fingerprints lie in a set, older ones in sorted files
//! with a filter of 1.25 bytes each in front. Generations of a day are forgotten whole.

mod filter;
mod run;

use std::collections::{HashSet, VecDeque};
use std::hash::{BuildHasherDefault, Hasher};
use std::path::{Path, PathBuf};

use mercat_model::{EventId, Id as _};

use filter::Filter;
use run::Run;

/// How long a repeated message is recognised: seven days, as clients of other vendors expect.
pub const SEEN_DAYS: u64 = 7;

const DAY_MS: u64 = 86_400_000;

/// The random bits of an event's id: 62 and 12 of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Fingerprint(pub(crate) u64, pub(crate) u16);

impl Fingerprint {
    /// The random bits, and the milliseconds since 1970 before them.
    pub(crate) fn of(id: EventId) -> (Self, u64) {
        let bits = u128::from_be_bytes(id.to_bytes());
        let (a, b) = ((bits >> 64) as u64 & 0xfff, bits as u64 & ((1 << 62) - 1));
        (Fingerprint((b << 2) | (a & 3), (a >> 2) as u16), (bits >> 80) as u64)
    }
}

/// Hashes by taking the uniform bits as they are.
#[derive(Default)]
struct TakeBits(u64);

impl Hasher for TakeBits {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.0 = self.0.rotate_left(8) ^ u64::from(*byte));
    }

    fn write_u64(&mut self, bits: u64) {
        self.0 ^= bits;
    }

    fn write_u16(&mut self, bits: u16) {
        self.0 ^= u64::from(bits) << 48;
    }
}

type Recent = HashSet<Fingerprint, BuildHasherDefault<TakeBits>>;

/// Sizes, so that tests can make them small.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sizes {
    /// Fingerprints of the first generation; each later one holds four times as many, up to the last.
    pub(crate) first: usize,
    pub(crate) last: usize,
    /// Fingerprints in the set before they go into a file.
    pub(crate) recent: usize,
}

/// 64 Ki fingerprints take 80 KB of filter, 16 Mi take 20 MB; the set takes 24 MB at most.
const SIZES: Sizes = Sizes { first: 1 << 16, last: 1 << 24, recent: 1 << 20 };

struct Generation {
    capacity: usize,
    count: usize,
    began_ms: u64,
    newest_ms: u64,
    filter: Filter,
    recent: Recent,
    runs: Vec<Run>,
}

impl Generation {
    fn new(capacity: usize, now_ms: u64) -> Self {
        Generation {
            capacity,
            count: 0,
            began_ms: now_ms,
            newest_ms: now_ms,
            filter: Filter::new(capacity),
            recent: Recent::default(),
            runs: Vec::new(),
        }
    }

    fn contains(&mut self, fingerprint: Fingerprint) -> std::io::Result<bool> {
        if !self.filter.may_contain(fingerprint) {
            return Ok(false);
        }
        if self.recent.contains(&fingerprint) {
            return Ok(true);
        }
        for run in self.runs.iter_mut().rev() {
            if run.contains(fingerprint)? {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

pub(crate) struct Seen {
    folder: PathBuf,
    sizes: Sizes,
    /// Newest last.
    generations: VecDeque<Generation>,
    /// The log's offset up to which everything is in here.
    pub(crate) upto: u64,
}

impl Seen {
    pub(crate) fn new(folder: &Path, upto: u64) -> Self {
        Self::with_sizes(folder, upto, SIZES)
    }

    pub(crate) fn with_sizes(folder: &Path, upto: u64, sizes: Sizes) -> Self {
        Seen { folder: folder.to_owned(), sizes, generations: VecDeque::new(), upto }
    }

    /// Whether it came in before. Cost: a cache line a generation; for a repeated one a read a file.
    pub(crate) fn contains(&mut self, fingerprint: Fingerprint) -> std::io::Result<bool> {
        for generation in self.generations.iter_mut().rev() {
            if generation.contains(fingerprint)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Takes one that came in at a time; forgets generations that are too old by then.
    pub(crate) fn insert(&mut self, fingerprint: Fingerprint, at_ms: u64) -> std::io::Result<()> {
        let full = |generation: &Generation| {
            generation.count >= generation.capacity || at_ms > generation.began_ms + DAY_MS
        };
        if self.generations.back().is_none_or(full) {
            let before = self.generations.back().map_or(0, |generation| generation.count);
            let capacity = (before * 4).clamp(self.sizes.first, self.sizes.last);
            self.spill()?;
            self.generations.push_back(Generation::new(capacity, at_ms));
            let oldest_ms = at_ms.saturating_sub(SEEN_DAYS * DAY_MS);
            while self.generations.front().is_some_and(|generation| generation.newest_ms < oldest_ms) {
                self.generations.pop_front();
            }
        }
        let Some(generation) = self.generations.back_mut() else { return Ok(()) };
        generation.filter.insert(fingerprint);
        generation.recent.insert(fingerprint);
        generation.count += 1;
        generation.newest_ms = generation.newest_ms.max(at_ms);
        if generation.recent.len() >= self.sizes.recent {
            self.spill()?;
        }
        Ok(())
    }

    /// Moves the newest set into a file.
    fn spill(&mut self) -> std::io::Result<()> {
        let Some(generation) = self.generations.back_mut() else { return Ok(()) };
        if !generation.recent.is_empty() {
            let run = Run::write(&self.folder, generation.recent.iter().copied().collect())?;
            generation.runs.push(run);
            generation.recent.clear();
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn id(ms: u64, number: u64) -> EventId {
        EventId::derived(ms, "test", &number.to_string())
    }

    #[test]
    fn what_came_in_within_seven_days_is_known_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let sizes = Sizes { first: 50, last: 400, recent: 30 };
        let mut seen = Seen::with_sizes(folder.path(), 0, sizes);
        let hour = 3_600_000;
        for number in 0..5_000 {
            let (fingerprint, ms) = Fingerprint::of(id(number * hour / 10, number));
            assert_eq!(ms, number * hour / 10);
            assert!(!seen.contains(fingerprint).unwrap(), "{number} is new");
            seen.insert(fingerprint, ms).unwrap();
        }
        // 5,000 tenths of an hour are 20.8 days.
        for number in 0..5_000 {
            let found = seen.contains(Fingerprint::of(id(0, number)).0).unwrap();
            if number >= 5_000 - 7 * 240 {
                assert!(found, "{number} is within seven days");
            } else if number < 5_000 - 9 * 240 {
                assert!(!found, "{number} is forgotten after nine days at the latest");
            }
        }
    }

    proptest! {
        #[test]
        fn it_answers_as_a_set_does(numbers in prop::collection::vec(0_u64..300, 0..600), recent in 1_usize..50) {
            let folder = tempfile::tempdir().unwrap();
            let mut seen = Seen::with_sizes(folder.path(), 0, Sizes { first: 16, last: 64, recent });
            let mut set = HashSet::new();
            for number in numbers {
                let (fingerprint, _) = Fingerprint::of(id(1, number));
                prop_assert_eq!(seen.contains(fingerprint).unwrap(), set.contains(&number));
                if set.insert(number) {
                    seen.insert(fingerprint, 1).unwrap();
                }
            }
        }
    }
}
