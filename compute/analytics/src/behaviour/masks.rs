//! Filters as masks by code: which of an operator's filters an event passes, as bits, without comparing texts.
//!
//! A table a column says for each code which filters it leaves standing; an event's mask is the AND of the entries
//! of its codes. Tables grow with the names of the partition, each text being compared once.

use std::ops::Range;

use mercat_model::history::Names;
use mercat_model::{History, TextColumn};

use crate::behaviour::filter::{Condition, FILTERS_MAX, Filter, TextTest, position_of};
use crate::error::AnalyticsError;

/// The filters of one operator over one partition; filter `n` is bit `n`.
#[derive(Debug, Clone)]
pub(crate) struct Masks {
    filters: Vec<Filter>,
    /// By code of the kind.
    kinds: Vec<u16>,
    texts: Vec<TextMasks>,
    values: Vec<ValueMask>,
    /// Of the events at hand.
    events: Vec<u16>,
}

#[derive(Debug, Clone)]
struct TextMasks {
    position: usize,
    tests: Vec<(u16, TextTest)>,
    /// By code of the text; behind the last one, where there is no text.
    by_code: Vec<u16>,
}

#[derive(Debug, Clone)]
struct ValueMask {
    filter: u16,
    minor_min: i64,
    minor_max: i64,
}

impl Masks {
    /// At most [`FILTERS_MAX`] filters (the operators see to it), over columns asked for in this order.
    pub(crate) fn new(filters: Vec<Filter>, asked: &[TextColumn]) -> Result<Self, AnalyticsError> {
        debug_assert!(filters.len() <= FILTERS_MAX, "an operator has at most FILTERS_MAX filters");
        let (kinds, texts, values, events) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let mut masks = Masks { filters, kinds, texts, values, events };
        for (number, filter) in masks.filters.iter().enumerate() {
            let bit = 1 << number;
            for condition in filter.conditions() {
                let (column, test) = match condition {
                    Condition::Text { column, test } => (column, test.clone()),
                    Condition::Value { currency, minor_min, minor_max } => {
                        masks.values.push(ValueMask {
                            filter: bit,
                            minor_min: minor_min.unwrap_or(i64::MIN),
                            minor_max: minor_max.unwrap_or(i64::MAX),
                        });
                        (&TextColumn::Currency, TextTest::Is(currency.to_string()))
                    }
                };
                let position = position_of(column, asked)?;
                match masks.texts.iter_mut().find(|texts| texts.position == position) {
                    Some(texts) => texts.tests.push((bit, test)),
                    None => {
                        let tests = vec![(bit, test)];
                        masks.texts.push(TextMasks { position, tests, by_code: Vec::new() });
                    }
                }
            }
        }
        for texts in &mut masks.texts {
            texts.by_code.push(texts.mask(None));
        }
        Ok(masks)
    }

    /// The filters that each of some events passes, as bits. Column by column, so that each loop is short and free
    /// of branches.
    #[inline]
    pub(crate) fn of(&mut self, history: &History<'_>, events: Range<usize>) -> &[u16] {
        self.learn(history.names);
        self.events.clear();
        let kinds = &self.kinds;
        self.events.extend(history.kind[events.clone()].iter().map(|kind| kinds[*kind as usize]));
        for texts in &self.texts {
            let none = texts.by_code.len() - 1;
            let codes = &history.texts[texts.position][events.clone()];
            for (mask, code) in self.events.iter_mut().zip(codes) {
                *mask &= texts.by_code[(*code as usize).min(none)];
            }
        }
        for value in &self.values {
            let bounds = value.minor_min..=value.minor_max;
            for (mask, minor) in self.events.iter_mut().zip(&history.value_minor[events.clone()]) {
                *mask &= if bounds.contains(minor) { u16::MAX } else { !value.filter };
            }
        }
        &self.events
    }

    /// Takes note of names that are new. Cost: nothing without new ones.
    fn learn(&mut self, names: &Names) {
        let texts_known = |texts: &TextMasks| texts.by_code.len() == names.texts[texts.position].len() + 1;
        if self.kinds.len() == names.kinds.len() && self.texts.iter().all(texts_known) {
            return;
        }
        for kind in &names.kinds[self.kinds.len()..] {
            let passes = |filter: &Filter| {
                filter.kinds().is_empty() || filter.kinds().iter().any(|one| one.as_str() == kind)
            };
            let bits = self.filters.iter().enumerate().map(|(n, filter)| u16::from(passes(filter)) << n);
            self.kinds.push(bits.sum());
        }
        for texts in &mut self.texts {
            let none = texts.by_code.pop().unwrap_or_default();
            for text in &names.texts[texts.position][texts.by_code.len()..] {
                texts.by_code.push(texts.mask(Some(text)));
            }
            texts.by_code.push(none);
        }
    }
}

impl TextMasks {
    /// The filters that a text leaves standing.
    fn mask(&self, text: Option<&str>) -> u16 {
        let failed = self.tests.iter().filter(|(_, test)| !test.holds(text));
        failed.fold(u16::MAX, |mask, (filter, _)| mask & !filter)
    }
}
