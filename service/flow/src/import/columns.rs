//! The columns that a kind of file may have: which it must, which were meant but not understood.

use std::collections::BTreeSet;

use crate::collect::privacy::is_contact_name;
use crate::error::FlowError;
use crate::import::read::Row;

/// Rows of JSON lines whose names are looked at; a CSV file names its columns once.
const ROWS_LOOKED_AT: usize = 100;

/// Unused columns that are told.
const UNUSED_MAX: usize = 50;

/// The columns of a kind of file.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Columns {
    /// A row without one of these is rejected, a CSV file without is refused.
    pub(crate) required: &'static [&'static str],
    /// May be missing.
    pub(crate) optional: &'static [&'static str],
    /// What may stand before a colon.
    pub(crate) prefixes: &'static [&'static str],
}

impl Columns {
    /// Refuses a CSV file that lacks a required column or names one twice.
    pub(crate) fn check(&self, header: &[String]) -> Result<(), FlowError> {
        for ours in self.required {
            if !header.iter().any(|name| name == ours) {
                return Err(FlowError::Import(format!(
                    "the header has no column `{ours}`: it has `{}`; name it with `--map \"their column={ours}\"`",
                    header.join("`, `")
                )));
            }
        }
        let mut seen = BTreeSet::new();
        match header.iter().find(|name| self.knows(name) && !seen.insert(name.as_str())) {
            Some(twice) => Err(FlowError::Import(format!(
                "two columns of the header are `{twice}`: give one of them another name with `--map`"
            ))),
            None => Ok(()),
        }
    }

    fn knows(&self, name: &str) -> bool {
        self.required.contains(&name)
            || self.optional.contains(&name)
            || name
                .split_once(':')
                .is_some_and(|(prefix, rest)| self.prefixes.contains(&prefix) && !is_contact(prefix, rest))
    }
}

/// Whether a property of an event would carry contact data.
pub(crate) fn is_contact(prefix: &str, name: &str) -> bool {
    // In a file of people's events a bare name is theirs.
    prefix == "property" && (is_contact_name(name) || name.eq_ignore_ascii_case("name"))
}

/// Collects the columns that nothing is made of.
#[derive(Debug, Default)]
pub(crate) struct Unused {
    names: BTreeSet<String>,
    rows: usize,
}

impl Unused {
    pub(crate) fn of_header(columns: &Columns, header: &[String]) -> Self {
        let mut unused = Unused { names: BTreeSet::new(), rows: ROWS_LOOKED_AT };
        header.iter().for_each(|name| unused.look(columns, name));
        unused
    }

    pub(crate) fn row(&mut self, columns: &Columns, row: &Row) {
        if self.rows < ROWS_LOOKED_AT {
            self.rows += 1;
            row.fields().for_each(|(name, _)| self.look(columns, name));
        }
    }

    fn look(&mut self, columns: &Columns, name: &str) {
        if self.names.len() < UNUSED_MAX && !columns.knows(name) {
            self.names.insert(name.to_owned());
        }
    }

    pub(crate) fn into_names(self) -> Vec<String> {
        self.names.into_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMNS: Columns =
        Columns { required: &["sku"], optional: &["title"], prefixes: &["title", "property"] };

    fn header(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn a_missing_or_repeated_column_is_refused_by_name() {
        COLUMNS.check(&header(&["title", "sku", "colour", "colour"])).unwrap();
        let missing = COLUMNS.check(&header(&["Item", "title"])).unwrap_err().to_string();
        assert!(missing.contains("no column `sku`: it has `Item`, `title`"), "{missing}");
        let twice = COLUMNS.check(&header(&["sku", "title", "sku"])).unwrap_err().to_string();
        assert!(twice.contains("two columns of the header are `sku`"), "{twice}");
    }

    #[test]
    fn unused_columns_and_contact_data_are_told() {
        let names = ["sku", "title:en", "price", "property:coupon", "property:First_Name", "note:x"];
        let unused = Unused::of_header(&COLUMNS, &header(&names));
        assert_eq!(unused.into_names(), ["note:x", "price", "property:First_Name"]);
        let mut unused = Unused::default();
        unused.row(&COLUMNS, &Row::of(1, &[("sku", "1"), ("weight", "2")]));
        assert_eq!(unused.into_names(), ["weight"]);
    }
}
