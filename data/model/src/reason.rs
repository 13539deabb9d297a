//! Why something was decided: a code and typed arguments, rendered to words only at the edge.

use serde::{Deserialize, Serialize};

use crate::id::{CategoryId, ProductId};
use crate::money::Money;

/// A code with its arguments, such as `also_bought` with the product it was bought with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// A stable name in snake case; `.ftl` files hold `reason-<code with hyphens>`.
    pub code: String,
    /// Named arguments in the order of the docs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub args: Vec<(String, ReasonArg)>,
}

/// One argument of a reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReasonArg {
    /// A product; the edge shows its title.
    Product(ProductId),
    /// A category; the edge shows its name.
    Category(CategoryId),
    /// How many.
    Count(i64),
    /// An amount.
    Money(Money),
    /// A word of the data itself: a region, an attribute.
    Text(String),
}

impl Reason {
    /// A reason without arguments.
    pub fn new(code: &str) -> Self {
        Reason { code: code.to_owned(), args: Vec::new() }
    }

    /// Adds an argument.
    #[must_use]
    pub fn with(mut self, name: &str, value: ReasonArg) -> Self {
        self.args.push((name.to_owned(), value));
        self
    }
}
