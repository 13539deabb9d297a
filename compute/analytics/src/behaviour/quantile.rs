//! Median and p90 of durations in bounded memory: a histogram with 128 steps a power of two.
//!
//! A quantile is that of the nearest rank, given as the middle of its step, so it is off by at most 1 in 256; below
//! 256 microseconds it is exact. Adding up histograms gives the histogram of all (G. Tene, HdrHistogram, 2012, has
//! the same layout).

/// Steps of a power of two, as a shift.
const STEPS_SHIFT: u32 = 7;

/// Durations, as counts by step.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Durations {
    counts: Vec<u64>,
    total: u64,
}

/// The middle and the slow end of some durations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DurationQuantiles {
    /// Half take at most so many microseconds.
    pub median_us: i64,
    /// Nine in ten take at most so many microseconds.
    pub p90_us: i64,
}

impl Durations {
    pub(crate) fn add(&mut self, duration_us: i64) {
        let step = step_of(duration_us);
        if self.counts.len() <= step {
            self.counts.resize(step + 1, 0);
        }
        self.counts[step] += 1;
        self.total += 1;
    }

    pub(crate) fn merge(mut self, mut other: Self) -> Self {
        if self.counts.len() < other.counts.len() {
            std::mem::swap(&mut self, &mut other);
        }
        for (sum, count) in self.counts.iter_mut().zip(&other.counts) {
            *sum += count;
        }
        self.total += other.total;
        self
    }

    /// None without durations.
    pub(crate) fn quantiles(&self) -> Option<DurationQuantiles> {
        let of = |tenths: u64| {
            let rank = (u128::from(self.total) * u128::from(tenths)).div_ceil(10) as u64;
            let mut seen = 0;
            let step = self.counts.iter().position(|count| {
                seen += count;
                seen >= rank
            });
            middle_of(step.unwrap_or(0))
        };
        (self.total > 0).then(|| DurationQuantiles { median_us: of(5), p90_us: of(9) })
    }
}

fn step_of(duration_us: i64) -> usize {
    let duration = duration_us.max(0) as u64;
    let bits = u64::BITS - duration.leading_zeros();
    let shift = bits.saturating_sub(STEPS_SHIFT + 1);
    ((u64::from(shift) << STEPS_SHIFT) + (duration >> shift)) as usize
}

fn middle_of(step: usize) -> i64 {
    let step = step as u64;
    let shift = (step >> STEPS_SHIFT).saturating_sub(1);
    let mantissa = step - (shift << STEPS_SHIFT);
    ((mantissa << shift) + ((1 << shift) >> 1)) as i64
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn quantiles_are_those_of_the_nearest_rank(mut durations in prop::collection::vec(0_i64..1 << 45, 1..80)) {
            let (mut even, mut odd) = (Durations::default(), Durations::default());
            for (n, duration) in durations.iter().enumerate() {
                if n % 2 == 0 { even.add(*duration) } else { odd.add(*duration) }
            }
            prop_assert_eq!(even.clone().merge(odd.clone()), odd.clone().merge(even.clone()));
            let quantiles = even.merge(odd).quantiles().unwrap();
            durations.sort_unstable();
            let rank = |tenths: usize| durations[(durations.len() * tenths).div_ceil(10) - 1];
            for (got, exact) in [(quantiles.median_us, rank(5)), (quantiles.p90_us, rank(9))] {
                prop_assert!((got - exact).abs() * 256 <= exact, "{got} for {exact}");
            }
        }

        #[test]
        fn steps_keep_the_order(a in 0_i64..1 << 60, b in 0_i64..1 << 60) {
            prop_assert_eq!(step_of(a.min(b)).cmp(&step_of(a.max(b))).is_le(), true);
            prop_assert_eq!(step_of(middle_of(step_of(a))), step_of(a));
        }
    }
}
