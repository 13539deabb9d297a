//! Which events: kinds, and conditions on texts and values. Bounded, so that a report costs what its events cost.

use mercat_model::{Currency, EventKind, TextColumn};

use crate::error::AnalyticsError;

/// Filters of one operator: a bit of a 16-bit mask each.
pub const FILTERS_MAX: usize = 16;

/// Kinds of one filter: more than half of all kinds that we know is no choice any more.
pub const KINDS_MAX: usize = 20;

/// Conditions of one filter: a row each in a form that still fits on a screen.
pub const CONDITIONS_MAX: usize = 8;

/// Texts of one condition, such as the ids of a shelf of products.
pub const ONE_OF_MAX: usize = 50;

/// Characters of a text that is compared; the longest texts are addresses.
pub const TEXT_LENGTH_MAX: usize = 500;

/// Events that are of one of the kinds (any kind, when none is named) and meet every condition.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    kinds: Vec<EventKind>,
    conditions: Vec<Condition>,
}

/// One condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    /// On a text.
    Text {
        /// Of which column.
        column: TextColumn,
        /// What must hold of it.
        test: TextTest,
    },
    /// On the value; events in another currency or without a value do not meet it.
    Value {
        /// The currency of the bounds.
        currency: Currency,
        /// The least value in minor units, if any.
        minor_min: Option<i64>,
        /// The largest value in minor units, if any.
        minor_max: Option<i64>,
    },
}

/// What must hold of a text. Texts are compared as they are, case included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TextTest {
    /// It is this one.
    Is(String),
    /// It is another one, or there is none.
    IsNot(String),
    /// It is one of these.
    OneOf(Vec<String>),
    /// This stands in it.
    Contains(String),
    /// There is one.
    Exists,
}

impl Filter {
    /// Kinds and conditions, within the limits of this file; `field` is blamed for what is beyond them.
    pub fn new(
        field: &'static str,
        kinds: Vec<EventKind>,
        conditions: Vec<Condition>,
    ) -> Result<Self, AnalyticsError> {
        let refuse = |reason: String| Err(AnalyticsError::Spec { field, reason });
        if kinds.len() > KINDS_MAX {
            return refuse(format!("`{}` kinds are more than {KINDS_MAX}: name fewer", kinds.len()));
        }
        if conditions.len() > CONDITIONS_MAX {
            let count = conditions.len();
            return refuse(format!("`{count}` conditions are more than {CONDITIONS_MAX}: leave some out"));
        }
        let mut texts: Vec<&str> = kinds.iter().map(EventKind::as_str).collect();
        for condition in &conditions {
            match condition {
                Condition::Text { test: TextTest::OneOf(any), .. } if any.len() > ONE_OF_MAX => {
                    let count = any.len();
                    return refuse(format!("`{count}` texts are more than {ONE_OF_MAX}: name fewer"));
                }
                Condition::Text { test, .. } => texts.extend(test.texts()),
                Condition::Value { minor_min: None, minor_max: None, .. } => {
                    return refuse(
                        "a condition on `value` has no bound: give a least or a largest".to_owned(),
                    );
                }
                Condition::Value { .. } => {}
            }
        }
        match texts.iter().find(|text| text.is_empty() || text.chars().count() > TEXT_LENGTH_MAX) {
            Some(text) => {
                let start: String = text.chars().take(40).collect();
                refuse(format!("`{start}` is empty or longer than {TEXT_LENGTH_MAX} characters: shorten it"))
            }
            None => Ok(Filter { kinds, conditions }),
        }
    }

    /// Events of one kind.
    pub fn kind(kind: EventKind) -> Self {
        Filter { kinds: vec![kind], conditions: Vec::new() }
    }

    /// The kinds; none means any.
    pub fn kinds(&self) -> &[EventKind] {
        &self.kinds
    }

    /// The conditions, all of which must hold.
    pub fn conditions(&self) -> &[Condition] {
        &self.conditions
    }

    /// The columns that it reads besides kind and value.
    pub(crate) fn columns(&self) -> impl Iterator<Item = &TextColumn> {
        self.conditions.iter().map(|condition| match condition {
            Condition::Text { column, .. } => column,
            Condition::Value { .. } => &TextColumn::Currency,
        })
    }
}

impl TextTest {
    fn texts(&self) -> Vec<&str> {
        match self {
            TextTest::Is(text) | TextTest::IsNot(text) | TextTest::Contains(text) => vec![text],
            TextTest::OneOf(texts) => texts.iter().map(String::as_str).collect(),
            TextTest::Exists => Vec::new(),
        }
    }

    /// Whether it holds of a text, or of there being none.
    pub fn holds(&self, text: Option<&str>) -> bool {
        match (self, text) {
            (TextTest::IsNot(_), None) => true,
            (_, None) => false,
            (TextTest::Is(is), Some(text)) => text == is,
            (TextTest::IsNot(not), Some(text)) => text != not,
            (TextTest::OneOf(any), Some(text)) => any.iter().any(|one| one == text),
            (TextTest::Contains(part), Some(text)) => text.contains(part.as_str()),
            (TextTest::Exists, Some(_)) => true,
        }
    }
}

/// The columns that some filters read, each once, then `more`.
pub(crate) fn columns_of<'a>(
    filters: impl IntoIterator<Item = &'a Filter>,
    more: impl IntoIterator<Item = &'a TextColumn>,
) -> Vec<TextColumn> {
    let mut columns: Vec<TextColumn> = Vec::new();
    for column in filters.into_iter().flat_map(Filter::columns).chain(more) {
        if !columns.contains(column) {
            columns.push(column.clone());
        }
    }
    columns
}

/// Whether one of some filters reads values.
pub(crate) fn read_value<'a>(filters: impl IntoIterator<Item = &'a Filter>) -> bool {
    let mut conditions = filters.into_iter().flat_map(Filter::conditions);
    conditions.any(|condition| matches!(condition, Condition::Value { .. }))
}

/// Where a column stands among those that a scan was asked for.
pub(crate) fn position_of(column: &TextColumn, asked: &[TextColumn]) -> Result<usize, AnalyticsError> {
    let position = asked.iter().position(|one| one == column);
    position.ok_or_else(|| AnalyticsError::ColumnNotAsked(format!("{column:?}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn filters_beyond_their_limits_are_refused_with_the_field() {
        let refused = |kinds, conditions| Filter::new("steps", kinds, conditions).unwrap_err().to_string();
        let text = |test| Condition::Text { column: TextColumn::Device, test };
        assert!(refused(vec![EventKind::PageViewed; 21], vec![]).contains("`21` kinds"));
        assert!(refused(vec![], vec![text(TextTest::Exists); 9]).contains("`9` conditions"));
        assert!(
            refused(vec![], vec![text(TextTest::OneOf(vec!["a".to_owned(); 51]))]).contains("`51` texts")
        );
        assert!(refused(vec![], vec![text(TextTest::Is("a".repeat(501)))]).contains("longer than"));
        assert!(refused(vec![], vec![text(TextTest::Contains(String::new()))]).contains("is empty"));
        let open = Condition::Value { currency: Currency::CNY, minor_min: None, minor_max: None };
        assert!(refused(vec![], vec![open]).starts_with("`steps`: a condition on `value`"));
    }

    #[test]
    fn a_missing_text_is_another_one() {
        assert!(TextTest::IsNot("phone".to_owned()).holds(None));
        assert!(!TextTest::Is("phone".to_owned()).holds(None));
        assert!(!TextTest::Exists.holds(None));
        assert!(TextTest::Contains("hon".to_owned()).holds(Some("phone")));
        assert!(!TextTest::OneOf(vec!["Phone".to_owned()]).holds(Some("phone")));
    }
}
