//! Chance that repeats: a small generator, so that one seed gives one shop on every machine.
//!
//! xoshiro256** (Blackman & Vigna, "Scrambled linear pseudorandom number generators", 2021), its state filled by
//! SplitMix64 (Steele, Lea & Flood, 2014). Floats come from integers by exact operations only (division and
//! square root), never from functions that differ between platforms. It is no source of secrets.

/// A repeatable stream of chance.
#[derive(Debug, Clone)]
pub(super) struct Random {
    state: [u64; 4],
}

fn split_mix(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mixed = (*state ^ (*state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

impl Random {
    /// The stream of a seed and a number: streams do not depend on how much another one was used.
    pub(super) fn new(seed: u64, stream: u64) -> Self {
        let mut state = seed;
        let mut start = split_mix(&mut state) ^ stream.wrapping_mul(0xd134_2543_de82_ef95);
        Random { state: std::array::from_fn(|_| split_mix(&mut start)) }
    }

    pub(super) fn next(&mut self) -> u64 {
        let [a, b, c, d] = &mut self.state;
        let result = b.wrapping_mul(5).rotate_left(7).wrapping_mul(9);
        let shifted = *b << 17;
        *c ^= *a;
        *d ^= *b;
        *b ^= *c;
        *a ^= *d;
        *c ^= shifted;
        *d = d.rotate_left(45);
        result
    }

    /// 0 to `bound` - 1; 0 when the bound is 0. Its bias is below 2^-32 for the bounds used here.
    pub(super) fn below(&mut self, bound: usize) -> usize {
        ((u128::from(self.next()) * bound as u128) >> 64) as usize
    }

    /// `low` to `high`, both included.
    pub(super) fn between(&mut self, low: i64, high: i64) -> i64 {
        low + self.below(usize::try_from(high - low + 1).unwrap_or(0)) as i64
    }

    /// 0 to below 1, with 53 bits.
    pub(super) fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// True so many times of 1,000.
    pub(super) fn chance(&mut self, per_mille: u64) -> bool {
        self.below(1000) < per_mille as usize
    }

    /// One of several; the first when there is one. `choices` is not empty.
    pub(super) fn pick<'a, T>(&mut self, choices: &'a [T]) -> &'a T {
        &choices[self.below(choices.len())]
    }

    /// Puts a slice in random order (Fisher and Yates).
    pub(super) fn shuffle<T>(&mut self, slice: &mut [T]) {
        for last in (1..slice.len()).rev() {
            let other = self.below(last + 1);
            slice.swap(last, other);
        }
    }

    /// Ten bytes for an id.
    pub(super) fn id_bytes(&mut self) -> [u8; 10] {
        let (first, second) = (self.next().to_be_bytes(), self.next().to_be_bytes());
        std::array::from_fn(|i| if i < 8 { first[i] } else { second[i - 8] })
    }
}

/// Weights to draw positions by; drawing costs the logarithm of their number.
#[derive(Debug, Clone)]
pub(super) struct Weights {
    sums: Vec<f64>,
}

impl Weights {
    /// Weights are not negative; those of nothing at all draw position 0.
    pub(super) fn new(weights: impl Iterator<Item = f64>) -> Self {
        let mut sum = 0.0;
        let sums = weights.map(|weight| {
            sum += weight;
            sum
        });
        Weights { sums: sums.collect() }
    }

    pub(super) fn draw(&self, random: &mut Random) -> usize {
        let total = self.sums.last().copied().unwrap_or(0.0);
        let point = random.unit() * total;
        self.sums.partition_point(|sum| *sum <= point).min(self.sums.len().saturating_sub(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn split_mix_matches_its_published_vector() {
        let mut state = 1_234_567;
        assert_eq!(split_mix(&mut state), 6_457_827_717_110_365_317);
        assert_eq!(split_mix(&mut state), 3_203_168_211_198_807_973);
    }

    #[test]
    fn xoshiro_matches_its_published_vector() {
        let mut random = Random { state: [1, 2, 3, 4] };
        let first: Vec<u64> = (0..4).map(|_| random.next()).collect();
        assert_eq!(first, [11_520, 0, 1_509_978_240, 1_215_971_899_390_074_240]);
    }

    #[test]
    fn draws_follow_their_weights() {
        let mut random = Random::new(7, 1);
        let weights = Weights::new([1.0, 0.0, 3.0].into_iter());
        let mut counts = [0; 3];
        for _ in 0..10_000 {
            counts[weights.draw(&mut random)] += 1;
        }
        assert_eq!(counts[1], 0);
        assert!((2_300..2_700).contains(&counts[0]), "{counts:?}");
    }

    #[test]
    fn streams_of_one_seed_differ() {
        assert_ne!(Random::new(7, 1).next(), Random::new(7, 2).next());
        assert_eq!(Random::new(7, 1).next(), Random::new(7, 1).next());
    }
}
