//! Progress of a training, and the places where the caller may stop it.

use std::ops::ControlFlow;
use std::sync::Mutex;

use rayon::prelude::*;

use crate::error::RecommendError;

/// Products that are worked on between two reports: some milliseconds, so that a stop is obeyed soon.
const PRODUCTS_PER_REPORT: usize = 1_024;

/// How far a stage has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// The name of the stage, such as `also_bought`.
    pub stage: &'static str,
    /// Units done, 0 to `total`.
    pub done: u64,
    /// Units of this stage.
    pub total: u64,
}

/// Carries reports to the caller and the wish to stop back.
pub(crate) struct Reporter<'a> {
    callback: &'a mut dyn FnMut(Progress) -> ControlFlow<()>,
}

impl<'a> Reporter<'a> {
    pub(crate) fn new(callback: &'a mut dyn FnMut(Progress) -> ControlFlow<()>) -> Self {
        Reporter { callback }
    }

    /// Reports; an error when the caller wants to stop.
    pub(crate) fn report(
        &mut self,
        stage: &'static str,
        done: usize,
        total: usize,
    ) -> Result<(), RecommendError> {
        match (self.callback)(Progress { stage, done: done as u64, total: total as u64 }) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(RecommendError::Stopped(stage)),
        }
    }

    /// Computes a value for each of `0..count` on all threads and reports in between.
    ///
    /// Each call gets a scratch space of its own for the time being; `compute` leaves it as it found it, so that
    /// the result does not depend on how the work is shared out.
    pub(crate) fn for_each<S: Send, T: Send>(
        &mut self,
        stage: &'static str,
        count: usize,
        scratch: impl Fn() -> S + Sync,
        compute: impl Fn(&mut S, usize) -> T + Sync,
    ) -> Result<Vec<T>, RecommendError> {
        let spare: Mutex<Vec<S>> = Mutex::new(Vec::new());
        let mut results = Vec::with_capacity(count);
        self.report(stage, 0, count)?;
        for start in (0..count).step_by(PRODUCTS_PER_REPORT) {
            let end = count.min(start + PRODUCTS_PER_REPORT);
            results.par_extend((start..end).into_par_iter().map(|index| {
                let taken = spare.lock().ok().and_then(|mut spare| spare.pop());
                let mut space = taken.unwrap_or_else(&scratch);
                let result = compute(&mut space, index);
                if let Ok(mut spare) = spare.lock() {
                    spare.push(space);
                }
                result
            }));
            self.report(stage, end, count)?;
        }
        Ok(results)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_keep_their_order_and_reports_count_up() {
        let mut seen = Vec::new();
        let mut callback = |progress: Progress| {
            seen.push((progress.done, progress.total));
            ControlFlow::Continue(())
        };
        let squares = Reporter::new(&mut callback).for_each("squares", 3_000, || (), |(), i| i * i).unwrap();
        assert_eq!(squares[2_999], 2_999 * 2_999);
        assert_eq!(seen, [(0, 3_000), (1_024, 3_000), (2_048, 3_000), (3_000, 3_000)]);
    }

    #[test]
    fn a_stop_is_obeyed_between_chunks() {
        let mut callback = |progress: Progress| {
            if progress.done > 0 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        let stopped = Reporter::new(&mut callback).for_each("squares", 3_000, || (), |(), i| i);
        assert_eq!(stopped.unwrap_err(), RecommendError::Stopped("squares"));
    }
}
