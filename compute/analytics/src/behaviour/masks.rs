//! Filters as masks by code: which of an operator's filters an event passes, as bits, without comparing texts.
//!
//! A table a column says for each code which filters it leaves standing; an event's mask is the AND of the entries
//! of its codes. Tables grow with the names of the partition, each text being compared once.

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
    /// Filters with conditions.
    conditional: u16,
    texts: Vec<TextMasks>,
    values: Vec<ValueMask>,
}

#[derive(Debug, Clone)]
struct TextMasks {
    position: usize,
    tests: Vec<(u16, TextTest)>,
    /// By code of the text.
    by_code: Vec<u16>,
    /// Where there is no text.
    none: u16,
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
        let mut masks =
            Masks { filters, kinds: Vec::new(), conditional: 0, texts: Vec::new(), values: Vec::new() };
        for (number, filter) in masks.filters.iter().enumerate() {
            let bit = 1 << number;
            for condition in filter.conditions() {
                masks.conditional |= bit;
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
                    None => masks.texts.push(TextMasks {
                        position,
                        tests: vec![(bit, test)],
                        by_code: Vec::new(),
                        none: 0,
                    }),
                }
            }
        }
        for texts in &mut masks.texts {
            texts.none = texts.mask(None);
        }
        Ok(masks)
    }

    /// Takes note of names that are new; to be called before events that bear them. Cost: nothing without new ones.
    #[inline]
    pub(crate) fn learn(&mut self, names: &Names) {
        let texts_known = |texts: &TextMasks| texts.by_code.len() == names.texts[texts.position].len();
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
            for text in &names.texts[texts.position][texts.by_code.len()..] {
                texts.by_code.push(texts.mask(Some(text)));
            }
        }
    }

    /// The filters that an event passes, as bits.
    #[inline]
    pub(crate) fn of(&self, history: &History<'_>, event: usize) -> u16 {
        let mask = self.kinds[history.kind[event] as usize];
        if mask & self.conditional == 0 { mask } else { self.narrowed(mask, history, event) }
    }

    fn narrowed(&self, mut mask: u16, history: &History<'_>, event: usize) -> u16 {
        for texts in &self.texts {
            let code = history.texts[texts.position][event] as usize;
            mask &= texts.by_code.get(code).copied().unwrap_or(texts.none);
        }
        for value in &self.values {
            if !(value.minor_min..=value.minor_max).contains(&history.value_minor[event]) {
                mask &= !value.filter;
            }
        }
        mask
    }
}

impl TextMasks {
    /// The filters that a text leaves standing.
    fn mask(&self, text: Option<&str>) -> u16 {
        let failed = self.tests.iter().filter(|(_, test)| !test.holds(text));
        failed.fold(u16::MAX, |mask, (filter, _)| mask & !filter)
    }
}
