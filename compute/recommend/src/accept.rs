//! Whether a newly trained model may replace the running one.

use crate::manifest::{Manifest, Metrics};

/// Share of the running model's HR@10 that a new one may lose: shops change from day to day, broken data takes
/// more than this.
pub const HIT_RATE_LOSS_MAX: f64 = 0.2;

/// Share of the running model's coverage that a new one may lose.
pub const COVERAGE_LOSS_MAX: f64 = 0.5;

/// Members that both models must have been tested on before their metrics are compared.
pub const MEMBERS_COMPARED_MIN: u64 = 50;

/// Standard errors by which a loss must exceed the margin, so that chance alone refuses nothing.
const STANDARD_ERRORS: f64 = 2.0;

/// Why a model is not taken into service.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Refusal {
    /// It knows no product that may be shown.
    #[error("the model knows no published product: publish goods, then train again")]
    Empty,
    /// A metric is not a number from 0 to 1.
    #[error("metric `{name}` is `{value}`, which is no share from 0 to 1: check the data and train again")]
    BadMetric {
        /// Its name.
        name: &'static str,
        /// Its value.
        value: f64,
    },
    /// The hold-out was tested, and no list held a single product.
    #[error("the model recommended nothing to any of the `{members}` members tested: check the data")]
    NoCoverage {
        /// Members tested.
        members: u64,
    },
    /// Far worse than the running model.
    #[error(
        "metric `{name}` fell from `{running:.4}` to `{new:.4}`, more than the margin allows: check the data"
    )]
    Worse {
        /// Its name.
        name: &'static str,
        /// Of the running model.
        running: f64,
        /// Of the new one.
        new: f64,
    },
}

/// Decides. A model without metrics (nobody could be tested) passes unless it is empty; metrics are compared only
/// when both models were tested on at least [`MEMBERS_COMPARED_MIN`] members, and coverage only when the new one
/// was tested on as many members as the running one.
pub fn accept(new: &Manifest, running: Option<&Manifest>) -> Result<(), Refusal> {
    if new.counts.published == 0 {
        return Err(Refusal::Empty);
    }
    let Some(metrics) = new.metrics else { return Ok(()) };
    let shares = [
        ("personal_hr_at_10", metrics.personal_hr_at_10),
        ("popular_hr_at_10", metrics.popular_hr_at_10),
        ("coverage", metrics.coverage),
    ];
    for (name, value) in shares {
        if !(0.0..=1.0).contains(&value) {
            return Err(Refusal::BadMetric { name, value });
        }
    }
    if metrics.members > 0 && metrics.coverage == 0.0 {
        return Err(Refusal::NoCoverage { members: metrics.members });
    }
    match running.and_then(|manifest| manifest.metrics) {
        Some(before) => compare(&metrics, &before),
        None => Ok(()),
    }
}

fn compare(new: &Metrics, running: &Metrics) -> Result<(), Refusal> {
    if new.members.min(running.members) < MEMBERS_COMPARED_MIN {
        return Ok(());
    }
    let variance = |share: f64, members: u64| share * (1.0 - share) / members as f64;
    let noise =
        variance(new.personal_hr_at_10, new.members) + variance(running.personal_hr_at_10, running.members);
    let floor = running.personal_hr_at_10 * (1.0 - HIT_RATE_LOSS_MAX) - STANDARD_ERRORS * noise.sqrt();
    if new.personal_hr_at_10 < floor {
        return Err(Refusal::Worse {
            name: "personal_hr_at_10",
            running: running.personal_hr_at_10,
            new: new.personal_hr_at_10,
        });
    }
    if new.members >= running.members && new.coverage < running.coverage * (1.0 - COVERAGE_LOSS_MAX) {
        return Err(Refusal::Worse { name: "coverage", running: running.coverage, new: new.coverage });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use mercat_model::Timestamp;

    use super::*;
    use crate::manifest::{Counts, FORMAT, KIND};
    use crate::params::Params;

    fn manifest(members: u64, personal_hr_at_10: f64, coverage: f64) -> Manifest {
        Manifest {
            format: FORMAT,
            kind: KIND.to_owned(),
            created_at: Timestamp::default(),
            log_offset: 0,
            seed: 0,
            params: Params::default(),
            counts: Counts { published: 10, ..Counts::default() },
            metrics: Some(Metrics { members, personal_hr_at_10, popular_hr_at_10: 0.1, coverage }),
            arrays: Vec::new(),
        }
    }

    #[test]
    fn a_model_as_good_as_the_running_one_is_accepted() {
        let running = manifest(1_000, 0.30, 0.5);
        assert_eq!(accept(&manifest(1_000, 0.26, 0.4), Some(&running)), Ok(()));
        assert_eq!(accept(&running, None), Ok(()));
        assert_eq!(accept(&Manifest { metrics: None, ..manifest(0, 0.0, 0.0) }, Some(&running)), Ok(()));
    }

    #[test]
    fn a_far_worse_model_is_refused_with_the_metric() {
        let running = manifest(1_000, 0.30, 0.5);
        let refusal = accept(&manifest(1_000, 0.10, 0.5), Some(&running)).unwrap_err();
        assert!(refusal.to_string().starts_with("metric `personal_hr_at_10` fell from `0.3000` to `0.1000`"));
        let narrow = accept(&manifest(1_000, 0.30, 0.2), Some(&running)).unwrap_err();
        assert!(matches!(narrow, Refusal::Worse { name: "coverage", .. }));
    }

    #[test]
    fn chance_in_a_small_sample_refuses_nothing() {
        assert_eq!(accept(&manifest(60, 0.17, 0.5), Some(&manifest(60, 0.30, 0.5))), Ok(()));
        assert_eq!(accept(&manifest(20, 0.01, 0.5), Some(&manifest(1_000, 0.30, 0.5))), Ok(()));
    }

    #[test]
    fn nonsense_is_refused() {
        assert!(matches!(accept(&manifest(9, f64::NAN, 0.5), None), Err(Refusal::BadMetric { .. })));
        assert!(matches!(accept(&manifest(9, 0.1, 0.0), None), Err(Refusal::NoCoverage { members: 9 })));
        let empty = Manifest { counts: Counts::default(), ..manifest(9, 0.1, 0.5) };
        assert_eq!(accept(&empty, None), Err(Refusal::Empty));
    }
}
