//! Counts by key in bounded memory.
//!
//! Up to `keys_max` keys are counted exactly. When one more comes, the lighter half is dropped into `other` (a lossy
//! count after Manku and Motwani, VLDB 2002): the sums of all keys and `other` stay exact, the count of a kept key is
//! a lower bound, short of at most what `other` holds. Bringing partitions together only adds, so it depends on no
//! order; it keeps at most `keys_max` keys a partition.

use std::borrow::Borrow;
use std::collections::HashMap;
use std::hash::{BuildHasher, BuildHasherDefault, Hash, Hasher, RandomState};

/// What is counted under a key.
pub(crate) trait Count: Default {
    /// Adds another one.
    fn add(&mut self, other: &Self);
    /// What the lightest keys are found by.
    fn weight(&self) -> u64;
}

impl Count for u64 {
    fn add(&mut self, other: &Self) {
        *self += other;
    }

    fn weight(&self) -> u64 {
        *self
    }
}

/// Hashes codes, which are small and dense and chosen by nobody: some four times as fast as the hash for texts.
#[derive(Debug, Clone, Default)]
pub(crate) struct CodeHasher(u64);

/// Makes hashers of codes.
pub(crate) type ByCodes = BuildHasherDefault<CodeHasher>;

impl Hasher for CodeHasher {
    fn write(&mut self, bytes: &[u8]) {
        for eight in bytes.chunks(8) {
            let mut word = [0; 8];
            word[..eight.len()].copy_from_slice(eight);
            self.write_u64(u64::from_le_bytes(word));
        }
    }

    fn write_u64(&mut self, word: u64) {
        // The multiplier of Knuth's multiplicative hash (TAOCP 3, 6.4) for 64 bits.
        self.0 = (self.0.rotate_left(26) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }

    fn write_u32(&mut self, word: u32) {
        self.write_u64(u64::from(word));
    }

    fn write_usize(&mut self, word: usize) {
        self.write_u64(word as u64);
    }

    fn finish(&self) -> u64 {
        self.0 ^ self.0 >> 32
    }
}

/// The counts. The answer does not depend on the hash; texts, which visitors choose, are hashed with a secret.
#[derive(Debug, Clone)]
pub(crate) struct Tally<K, C, H = RandomState> {
    counts: HashMap<K, C, H>,
    other: C,
    keys_max: usize,
}

impl<K: Hash + Eq, C: Count, H: BuildHasher + Default> Tally<K, C, H> {
    pub(crate) fn new(keys_max: usize) -> Self {
        Tally { counts: HashMap::default(), other: C::default(), keys_max }
    }

    /// The count of a key, to be added to.
    pub(crate) fn of<Q>(&mut self, key: &Q) -> &mut C
    where
        K: Borrow<Q>,
        Q: Hash + Eq + ToOwned<Owned = K> + ?Sized,
    {
        if !self.counts.contains_key(key) {
            if self.counts.len() >= self.keys_max {
                self.drop_lighter_half();
            }
            self.counts.insert(key.to_owned(), C::default());
        }
        self.counts.get_mut(key).expect("it was there or has just been put there")
    }

    fn drop_lighter_half(&mut self) {
        let mut weights: Vec<u64> = self.counts.values().map(Count::weight).collect();
        let middle = weights.len() / 2;
        let (_, median, _) = weights.select_nth_unstable(middle);
        let (median, other) = (*median, &mut self.other);
        self.counts.retain(|_, count| {
            let kept = count.weight() > median;
            if !kept {
                other.add(count);
            }
            kept
        });
    }

    /// Adds another partition's counts, its keys turned into this one's.
    pub(crate) fn merge<L>(&mut self, other: Tally<L, C, H>, mut key: impl FnMut(L) -> K) {
        for (theirs, count) in other.counts {
            self.counts.entry(key(theirs)).or_default().add(&count);
        }
        self.other.add(&other.other);
    }

    /// The heaviest keys, ties in the order of `name`, and the sum of all others.
    pub(crate) fn top<N: Ord>(self, top: usize, name: impl Fn(&K) -> N) -> (Vec<(N, C)>, C) {
        let mut all: Vec<(N, C)> = self.counts.into_iter().map(|(key, count)| (name(&key), count)).collect();
        all.sort_by(|a, b| b.1.weight().cmp(&a.1.weight()).then_with(|| a.0.cmp(&b.0)));
        let rest = all.split_off(top.min(all.len()));
        let other = rest.iter().fold(self.other, |mut sum, (_, count)| {
            sum.add(count);
            sum
        });
        (all, other)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn sums_stay_exact_and_kept_counts_are_lower_bounds(keys in prop::collection::vec(0_u8..60, 0..400)) {
            let mut tally: Tally<String, u64> = Tally::new(16);
            for key in &keys {
                *tally.of(key.to_string().as_str()) += 1;
            }
            let (top, other) = tally.top(100, String::clone);
            prop_assert!(top.len() <= 16);
            prop_assert_eq!(top.iter().map(|(_, count)| count).sum::<u64>() + other, keys.len() as u64);
            for (key, count) in top {
                let exact = keys.iter().filter(|one| one.to_string() == key).count() as u64;
                prop_assert!(count <= exact && exact <= count + other);
            }
        }
    }

    #[test]
    fn a_heavy_key_that_comes_late_is_kept() {
        let mut tally: Tally<String, u64> = Tally::new(10);
        for n in 0..500 {
            *tally.of(format!("light {n}").as_str()) += 1;
            if n >= 250 {
                *tally.of("heavy") += 1;
            }
        }
        let (top, other) = tally.top(1, String::clone);
        assert_eq!((top[0].0.as_str(), top[0].1), ("heavy", 250));
        assert_eq!(other, 500);
    }
}
