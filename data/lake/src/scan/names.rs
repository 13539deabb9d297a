//! Codes of texts: one dictionary for all files of a partition, whose own dictionaries number the same texts
//! differently.

use std::collections::HashMap;

use mercat_model::history::{NO_TEXT, Names};

/// The names of a partition and their codes.
#[derive(Default)]
pub(super) struct Coder {
    pub(super) names: Names,
    kinds: HashMap<String, u32>,
    texts: Vec<HashMap<String, u32>>,
}

impl Coder {
    pub(super) fn new(texts: usize) -> Self {
        let names = Names { kinds: Vec::new(), texts: vec![Vec::new(); texts] };
        Coder { names, kinds: HashMap::new(), texts: vec![HashMap::new(); texts] }
    }

    /// The code of a kind.
    pub(super) fn kind(&mut self, name: &str) -> u32 {
        code(&mut self.kinds, &mut self.names.kinds, name)
    }

    /// The code of a text of the column asked for at `position`.
    pub(super) fn text(&mut self, position: usize, text: Option<&str>) -> u32 {
        match text {
            Some(text) => code(&mut self.texts[position], &mut self.names.texts[position], text),
            None => NO_TEXT,
        }
    }
}

fn code(codes: &mut HashMap<String, u32>, names: &mut Vec<String>, text: &str) -> u32 {
    if let Some(code) = codes.get(text) {
        return *code;
    }
    let code = u32::try_from(names.len())
        .ok()
        .filter(|code| *code < NO_TEXT)
        .expect("four billion texts do not fit in memory");
    names.push(text.to_owned());
    codes.insert(text.to_owned(), code);
    code
}
