//! Codes of texts: one dictionary for all files of a partition, whose own dictionaries number the same texts
//! differently.

use std::hash::BuildHasher;

use hashbrown::{DefaultHashBuilder, HashTable};
use mercat_model::history::{NO_TEXT, Names};

/// The names of a partition and their codes.
#[derive(Default)]
pub(super) struct Coder {
    pub(super) names: Names,
    kinds: Codes,
    texts: Vec<Codes>,
}

/// Finds the code of a text; the text itself stands only once, in the names.
#[derive(Default, Clone)]
struct Codes {
    table: HashTable<u32>,
    hasher: DefaultHashBuilder,
}

impl Coder {
    pub(super) fn new(texts: usize) -> Self {
        let names = Names { kinds: Vec::new(), texts: vec![Vec::new(); texts] };
        Coder { names, kinds: Codes::default(), texts: vec![Codes::default(); texts] }
    }

    /// The code of a kind.
    pub(super) fn kind(&mut self, name: &str) -> u32 {
        self.kinds.code(&mut self.names.kinds, name)
    }

    /// The code of a text of the column asked for at `position`.
    pub(super) fn text(&mut self, position: usize, text: Option<&str>) -> u32 {
        match text {
            Some(text) => self.texts[position].code(&mut self.names.texts[position], text),
            None => NO_TEXT,
        }
    }
}

impl Codes {
    fn code(&mut self, names: &mut Vec<String>, text: &str) -> u32 {
        let hash = self.hasher.hash_one(text);
        if let Some(code) = self.table.find(hash, |code| names[*code as usize] == text) {
            return *code;
        }
        let code = u32::try_from(names.len()).ok().filter(|code| *code < NO_TEXT);
        let code = code.expect("four billion texts do not fit in memory");
        names.push(text.to_owned());
        self.table.insert_unique(hash, code, |code| self.hasher.hash_one(names[*code as usize].as_str()));
        code
    }
}
