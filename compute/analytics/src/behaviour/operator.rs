//! What all operators have in common, so that whoever scans does not need to know which one it is.

use mercat_model::{History, TextColumn};

use crate::behaviour::span::Span;
use crate::behaviour::{aggregate, did, funnel, paths, returning, sessions, volume};
use crate::error::AnalyticsError;

/// A question to a scan.
pub trait Operator: Send + Sync + 'static {
    /// What a partition knows.
    type State: Send;
    /// The answer.
    type Answer: Send + 'static;

    /// What must be scanned.
    fn span(&self) -> Span;
    /// The columns of texts that must be asked for.
    fn columns(&self) -> Vec<TextColumn>;
    /// Whether values must be asked for.
    fn reads_value(&self) -> bool;
    /// A state for one partition of a scan that was asked for these columns.
    fn state(&self, asked: &[TextColumn]) -> Result<Self::State, AnalyticsError>;
    /// Takes a person.
    fn observe(state: &mut Self::State, history: &History<'_>);
    /// Both partitions' people.
    fn merge(one: Self::State, other: Self::State) -> Self::State;
    /// The answer of all partitions.
    fn finish(state: Self::State) -> Self::Answer;
}

macro_rules! operators {
    ($($operator:ident => $answer:ident),*) => {$(
        impl Operator for $operator::Spec {
            type State = $operator::State;
            type Answer = $operator::$answer;

            fn span(&self) -> Span {
                $operator::Spec::span(self)
            }

            fn columns(&self) -> Vec<TextColumn> {
                $operator::Spec::columns(self)
            }

            fn reads_value(&self) -> bool {
                $operator::Spec::reads_value(self)
            }

            fn state(&self, asked: &[TextColumn]) -> Result<Self::State, AnalyticsError> {
                $operator::State::new(self, asked)
            }

            fn observe(state: &mut Self::State, history: &History<'_>) {
                state.observe(history);
            }

            fn merge(one: Self::State, other: Self::State) -> Self::State {
                one.merge(other)
            }

            fn finish(state: Self::State) -> Self::Answer {
                state.finish()
            }
        }
    )*};
}

operators! {
    aggregate => Aggregates, did => Did, funnel => Funnel, paths => Paths, returning => Returning,
    sessions => Sessions, volume => Volume
}
