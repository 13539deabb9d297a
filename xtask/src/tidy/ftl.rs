//! The keys and variables of a Fluent file (`.ftl`), read line by line.
//!
//! Only what a comparison of two languages needs (Fluent Syntax Guide 1.0): messages, terms, attributes and
//! the `$variables` in their placeables. The branches of selectors are not compared; languages differ there.

use std::collections::{BTreeMap, BTreeSet};

/// One message, term or attribute: where it stands and what it needs.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Entry {
    pub(super) line: usize,
    pub(super) variables: BTreeSet<String>,
}

/// What a file holds.
#[derive(Debug, Default)]
pub(super) struct Ftl {
    /// By `key`, `-term` or `key.attribute`.
    pub(super) entries: BTreeMap<String, Entry>,
    /// Keys that a line repeats.
    pub(super) repeated: Vec<(String, usize)>,
}

/// Reads a file.
pub(super) fn parse(text: &str) -> Ftl {
    let mut ftl = Ftl::default();
    let mut message = None::<String>;
    let mut entry = None::<String>;
    let mut placeables = Placeables::default();
    for (index, line) in text.lines().enumerate() {
        if line.starts_with('#') {
            continue;
        }
        let indented = line.starts_with([' ', '\t']);
        let mut rest = line;
        if !indented && let Some((key, value)) = assignment(line) {
            placeables = Placeables::default();
            ftl.add(key, index + 1);
            message = Some(key.to_owned());
            entry = Some(key.to_owned());
            rest = value;
        } else if let (true, true, Some(attribute), Some(key)) = (
            indented,
            placeables.depth == 0,
            line.trim_start().strip_prefix('.').and_then(assignment),
            &message,
        ) {
            let name = format!("{key}.{}", attribute.0);
            ftl.add(&name, index + 1);
            entry = Some(name);
            rest = attribute.1;
        }
        let Some(entry) = entry.as_ref().and_then(|name| ftl.entries.get_mut(name)) else {
            continue;
        };
        placeables.read(rest, &mut entry.variables);
    }
    ftl
}

impl Ftl {
    fn add(&mut self, name: &str, line: usize) {
        if self.entries.contains_key(name) {
            self.repeated.push((name.to_owned(), line));
        } else {
            self.entries.insert(name.to_owned(), Entry { line, ..Entry::default() });
        }
    }
}

/// `identifier = value`; identifiers are letters, digits, `_` and `-`, a term's begins with `-`.
fn assignment(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.split_once('=')?;
    let key = key.trim();
    let is_letter = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == '-';
    (!key.is_empty() && key.chars().all(is_letter)).then_some((key, value))
}

/// Where in nested placeables the reader is; they may go over several lines.
#[derive(Default)]
struct Placeables {
    depth: usize,
}

impl Placeables {
    /// Reads on, and collects the variables inside braces.
    fn read(&mut self, text: &str, variables: &mut BTreeSet<String>) {
        let mut letters = text.chars().peekable();
        while let Some(letter) = letters.next() {
            match letter {
                '{' => self.depth += 1,
                '}' => self.depth = self.depth.saturating_sub(1),
                '"' if self.depth > 0 => {
                    // A string literal ends on its line; a quote in it is escaped.
                    while let Some(letter) = letters.next() {
                        match letter {
                            '\\' => _ = letters.next(),
                            '"' => break,
                            _ => {}
                        }
                    }
                }
                '$' if self.depth > 0 => {
                    let mut name = String::new();
                    while let Some(letter) =
                        letters.next_if(|letter| letter.is_ascii_alphanumeric() || "_-".contains(*letter))
                    {
                        name.push(letter);
                    }
                    variables.insert(name);
                }
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn variables(ftl: &Ftl, name: &str) -> Vec<String> {
        ftl.entries[name].variables.iter().cloned().collect()
    }

    #[test]
    fn messages_terms_attributes_and_variables_are_read() {
        let ftl = parse(
            r#"# Home = not a message
## Group

home-title = Welcome to { $shop }, $5 off
-brand = Mercat
orders =
    { $count ->
        [one] one order by { $name }
       *[other] { NUMBER($count, minimumFractionDigits: 2) } orders
    }
    .label = Orders of { $shop }
    .title =
        A long { "{ $not-a-variable }" }
        line = { $second }
home-title = again
"#,
        );
        let names: Vec<_> = ftl.entries.keys().map(String::as_str).collect();
        assert_eq!(names, ["-brand", "home-title", "orders", "orders.label", "orders.title"]);
        assert_eq!(variables(&ftl, "home-title"), ["shop"]);
        assert_eq!(variables(&ftl, "orders"), ["count", "name"]);
        assert_eq!(variables(&ftl, "orders.label"), ["shop"]);
        assert_eq!(variables(&ftl, "orders.title"), ["second"]);
        assert_eq!(ftl.repeated, [("home-title".to_owned(), 15)]);
        assert_eq!(ftl.entries["orders"].line, 6);
    }
}
