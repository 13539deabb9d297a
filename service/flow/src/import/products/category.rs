//! Finds the categories that rows name by their path, and plans those that are not there yet.

use std::collections::{HashMap, HashSet};

use mercat_model::slug::slug;
use mercat_model::{Category, CategoryId, CategoryText, Locale};
use mercat_store::category::{self, CATEGORIES_MAX};
use mercat_store::{StoreError, Tx};

/// The path of products that name no category; no row can give it, since names are not empty.
const NONE: &str = "";

/// What the category of such products is called.
const NONE_NAMES: [&str; 2] = ["Other", "其他"];

/// The tree as it stands, with what a batch adds to it.
pub(super) struct Tree {
    source: String,
    by_name: HashMap<(Option<CategoryId>, String), CategoryId>,
    /// Children of a node, for the position of the next one.
    children: HashMap<Option<CategoryId>, i64>,
    slugs: HashSet<String>,
    ids: HashSet<CategoryId>,
    /// Parents stand before their children.
    pub(super) fresh: Vec<Category>,
}

impl Tree {
    pub(super) fn load(tx: &mut Tx<'_>, source: &str) -> Result<Self, StoreError> {
        let mut tree = Tree {
            source: source.to_owned(),
            by_name: HashMap::new(),
            children: HashMap::new(),
            slugs: HashSet::new(),
            ids: HashSet::new(),
            fresh: Vec::new(),
        };
        for known in category::names(tx)? {
            tree.by_name.entry((known.parent_id, known.name)).or_insert(known.id);
            if tree.ids.insert(known.id) {
                *tree.children.entry(known.parent_id).or_default() += 1;
                tree.slugs.insert(known.slug);
            }
        }
        Ok(tree)
    }

    /// The category at a path of names, in whatever language they stand in the tree; made when there is none.
    pub(super) fn at(&mut self, path: &[String], locale: &Locale) -> Result<CategoryId, String> {
        let mut parent = None;
        let mut whole = String::new();
        for name in path {
            whole = if whole.is_empty() { name.clone() } else { format!("{whole} > {name}") };
            let id = match self.by_name.get(&(parent, name.clone())) {
                Some(id) => *id,
                None => self.add(parent, &whole, [(locale.clone(), name.as_str())])?,
            };
            parent = Some(id);
        }
        match parent {
            Some(id) => Ok(id),
            None => self.rest(),
        }
    }

    /// Where products hang that name no category.
    fn rest(&mut self) -> Result<CategoryId, String> {
        let id = CategoryId::derived(0, &self.source, NONE);
        let known = NONE_NAMES.iter().find_map(|name| self.by_name.get(&(None, (*name).to_owned())));
        match known.or_else(|| self.ids.get(&id)) {
            Some(known) => Ok(*known),
            None => {
                let [en, zh] = NONE_NAMES;
                self.add(None, NONE, [(Locale::en(), en), (Locale::zh_cn(), zh)])
            }
        }
    }

    fn add<'a>(
        &mut self,
        parent_id: Option<CategoryId>,
        path: &str,
        names: impl IntoIterator<Item = (Locale, &'a str)> + Clone,
    ) -> Result<CategoryId, String> {
        if self.ids.len() as i64 >= CATEGORIES_MAX {
            return Err(format!("the shop has {CATEGORIES_MAX} categories, which is as many as it can have"));
        }
        let id = self.free_id(path);
        let text = id.to_string();
        let name = names.clone().into_iter().next().map_or("", |(_, name)| name);
        let readable = slug(name, "");
        let free = !readable.is_empty() && !self.slugs.contains(&readable);
        // The last characters of an id are its random ones.
        let slug = if free { readable } else { slug(name, &text[text.len() - 8..]) };
        let position = self.children.entry(parent_id).or_default();
        let texts = names.into_iter().map(|(locale, name)| (locale, CategoryText { name: name.to_owned() }));
        let texts: std::collections::BTreeMap<_, _> = texts.collect();
        for text in texts.values() {
            self.by_name.entry((parent_id, text.name.clone())).or_insert(id);
        }
        self.slugs.insert(slug.clone());
        self.fresh.push(Category { id, parent_id, slug, position: *position, texts });
        *position += 1;
        self.ids.insert(id);
        Ok(id)
    }

    /// The id of a path; one whose category was renamed since gives way to a numbered one.
    fn free_id(&self, path: &str) -> CategoryId {
        let mut id = CategoryId::derived(0, &self.source, path);
        let mut number = 1;
        while self.ids.contains(&id) {
            number += 1;
            id = CategoryId::derived(0, &self.source, &format!("{path}\n{number}"));
        }
        id
    }
}
