//! RFM: how recently, how often and for how much a member bought, each scored 1 to 5 by quintile.
//!
//! Source of the scores: A. M. Hughes, *Strategic Database Marketing*, 1994: members are ranked by each of
//! the three and cut into five equal parts, 5 for the best. The eleven segments are the customary names of
//! marketing tools for the cells of the grid of recency × (frequency and monetary).

/// What a member's orders say, at one moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MemberValue {
    /// Whole days since the last order; less is better.
    pub recency_days: i64,
    /// Orders placed; more is better.
    pub frequency: u64,
    /// The sum of the orders in minor units of the shop's currency; more is better.
    pub monetary_minor: i64,
}

/// The upper bounds of the first four quintiles of each value, ascending.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RfmThresholds {
    /// Of recency in days.
    pub recency_days: [i64; 4],
    /// Of the number of orders.
    pub frequency: [u64; 4],
    /// Of the sum in minor units.
    pub monetary_minor: [i64; 4],
}

/// The three scores, each 1 to 5 with 5 the best, and the segment they fall into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RfmScore {
    /// 5: bought most recently.
    pub recency: u8,
    /// 5: bought most often.
    pub frequency: u8,
    /// 5: bought for most.
    pub monetary: u8,
    /// The cell of the grid.
    pub segment: RfmSegment,
}

/// Eleven groups of members by recency × (frequency and monetary).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RfmSegment {
    /// Bought just now, often and much.
    Champions,
    /// Buys often, and lately.
    Loyal,
    /// Bought lately, more than once.
    PotentialLoyalist,
    /// Bought just now for the first time.
    New,
    /// Bought lately, little so far.
    Promising,
    /// Middling in everything.
    NeedsAttention,
    /// Below the middle, and drifting away.
    AboutToSleep,
    /// Bought often, but long ago.
    AtRisk,
    /// Was among the best, but long ago.
    CannotLose,
    /// Bought little, long ago.
    Hibernating,
    /// Bought little, longest ago.
    Lost,
}

impl RfmThresholds {
    /// Cuts the members into quintiles; `None` without members. Cost: three sorts.
    ///
    /// The bound of quintile k is the smallest value that at least k fifths of the members do not exceed.
    /// Equal values fall into one quintile, so with many ties some scores are not given at all.
    pub fn of(members: &[MemberValue]) -> Option<Self> {
        Some(RfmThresholds {
            recency_days: quintiles(members.iter().map(|m| m.recency_days).collect())?,
            frequency: quintiles(members.iter().map(|m| m.frequency).collect())?,
            monetary_minor: quintiles(members.iter().map(|m| m.monetary_minor).collect())?,
        })
    }
}

/// Scores one member against the thresholds of all.
pub fn score(thresholds: &RfmThresholds, member: &MemberValue) -> RfmScore {
    let recency = 6 - quintile(&thresholds.recency_days, &member.recency_days);
    let frequency = quintile(&thresholds.frequency, &member.frequency);
    let monetary = quintile(&thresholds.monetary_minor, &member.monetary_minor);
    RfmScore {
        recency,
        frequency,
        monetary,
        segment: RfmSegment::of(recency, (frequency + monetary).div_ceil(2)),
    }
}

impl RfmSegment {
    /// All segments, from the best to the farthest gone.
    pub const ALL: [RfmSegment; 11] = [
        RfmSegment::Champions,
        RfmSegment::Loyal,
        RfmSegment::PotentialLoyalist,
        RfmSegment::New,
        RfmSegment::Promising,
        RfmSegment::NeedsAttention,
        RfmSegment::AboutToSleep,
        RfmSegment::AtRisk,
        RfmSegment::CannotLose,
        RfmSegment::Hibernating,
        RfmSegment::Lost,
    ];

    /// The cell of the grid: `recency` 1 to 5, `value` the mean of frequency and monetary, 1 to 5, rounded half
    /// up. Scores beyond these count as the nearest.
    pub fn of(recency: u8, value: u8) -> Self {
        match (recency.clamp(1, 5), value.clamp(1, 5)) {
            (5, 4 | 5) => RfmSegment::Champions,
            (3 | 4, 4 | 5) => RfmSegment::Loyal,
            (4 | 5, 2 | 3) => RfmSegment::PotentialLoyalist,
            (5, _) => RfmSegment::New,
            (4, _) => RfmSegment::Promising,
            (3, 3) => RfmSegment::NeedsAttention,
            (3, _) => RfmSegment::AboutToSleep,
            (_, 5) => RfmSegment::CannotLose,
            (_, 3 | 4) => RfmSegment::AtRisk,
            (2, _) => RfmSegment::Hibernating,
            _ => RfmSegment::Lost,
        }
    }

    /// The name as stored and sent.
    pub fn as_str(self) -> &'static str {
        match self {
            RfmSegment::Champions => "champions",
            RfmSegment::Loyal => "loyal",
            RfmSegment::PotentialLoyalist => "potential_loyalist",
            RfmSegment::New => "new",
            RfmSegment::Promising => "promising",
            RfmSegment::NeedsAttention => "needs_attention",
            RfmSegment::AboutToSleep => "about_to_sleep",
            RfmSegment::AtRisk => "at_risk",
            RfmSegment::CannotLose => "cannot_lose",
            RfmSegment::Hibernating => "hibernating",
            RfmSegment::Lost => "lost",
        }
    }
}

/// The bounds of the first four quintiles; `None` without values.
fn quintiles<T: Ord + Copy>(mut values: Vec<T>) -> Option<[T; 4]> {
    if values.is_empty() {
        return None;
    }
    values.sort_unstable();
    let bound = |k: usize| values[(values.len() * k).div_ceil(5) - 1];
    Some([bound(1), bound(2), bound(3), bound(4)])
}

/// The quintile in which a value falls: 1 (lowest) to 5.
fn quintile<T: Ord>(bounds: &[T; 4], value: &T) -> u8 {
    1 + bounds.iter().filter(|bound| *bound < value).count() as u8
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    fn member(recency_days: i64, frequency: u64, monetary_minor: i64) -> MemberValue {
        MemberValue { recency_days, frequency, monetary_minor }
    }

    #[test]
    fn distinct_values_fall_into_five_equal_parts() {
        let members: Vec<MemberValue> = (0..100).map(|i| member(i, 100 - i as u64, 1_000 - i)).collect();
        let thresholds = RfmThresholds::of(&members).unwrap();
        for (i, member) in members.iter().enumerate() {
            let expected = 5 - (i / 20) as u8;
            let score = score(&thresholds, member);
            assert_eq!(
                (score.recency, score.frequency, score.monetary),
                (expected, expected, expected),
                "{i}"
            );
        }
    }

    #[test]
    fn equal_values_get_equal_scores() {
        let mut members = vec![member(10, 1, 500); 90];
        members.extend([member(1, 9, 9_000); 10]);
        let thresholds = RfmThresholds::of(&members).unwrap();
        let many = score(&thresholds, &members[0]);
        assert_eq!((many.recency, many.frequency, many.monetary), (5, 1, 1));
        let few = score(&thresholds, &members[95]);
        assert_eq!((few.frequency, few.monetary, few.segment), (5, 5, RfmSegment::Champions));
    }

    #[test]
    fn nobody_gives_no_thresholds_and_one_member_a_score() {
        assert_eq!(RfmThresholds::of(&[]), None);
        let one = member(3, 1, 100);
        let thresholds = RfmThresholds::of(&[one]).unwrap();
        assert_eq!(score(&thresholds, &one).recency, 5);
    }

    #[test]
    fn every_cell_has_a_segment_and_every_segment_a_cell() {
        let grid = [
            "lost lost at_risk at_risk cannot_lose",
            "hibernating hibernating at_risk at_risk cannot_lose",
            "about_to_sleep about_to_sleep needs_attention loyal loyal",
            "promising potential_loyalist potential_loyalist loyal loyal",
            "new potential_loyalist potential_loyalist champions champions",
        ];
        let mut seen = BTreeSet::new();
        for (recency, row) in (1..=5).zip(grid) {
            for (value, name) in (1..=5).zip(row.split(' ')) {
                let segment = RfmSegment::of(recency, value);
                assert_eq!(segment.as_str(), name, "recency {recency}, value {value}");
                seen.insert(segment);
            }
        }
        assert_eq!(seen, RfmSegment::ALL.into_iter().collect());
    }

    proptest! {
        #[test]
        fn better_values_never_score_less(
            values in prop::collection::vec((0_i64..400, 1_u64..50, 0_i64..100_000), 1..60),
        ) {
            let members: Vec<MemberValue> = values.iter().map(|(r, f, m)| member(*r, *f, *m)).collect();
            let thresholds = RfmThresholds::of(&members).unwrap();
            for a in &members {
                for b in &members {
                    let (left, right) = (score(&thresholds, a), score(&thresholds, b));
                    prop_assert!(a.recency_days > b.recency_days || left.recency >= right.recency);
                    prop_assert!(a.frequency < b.frequency || left.frequency >= right.frequency);
                    prop_assert!(a.monetary_minor < b.monetary_minor || left.monetary >= right.monetary);
                }
            }
        }
    }
}
