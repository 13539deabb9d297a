//! A shop without products: tells visitors to come back and the owner how to fill it.

use askama::Template;

use crate::StorefrontError;
use crate::layout::{Frame, Layout};
use crate::texts::Texts;

/// The home page of a shop that has no products yet.
#[derive(Debug, Clone, PartialEq)]
pub struct EmptyShopPage {
    /// The frame.
    pub layout: Layout,
}

#[derive(Template)]
#[template(path = "empty_shop.html")]
struct EmptyShopView<'a> {
    frame: Frame<'a>,
    t: Texts,
}

impl EmptyShopPage {
    /// Writes the page.
    pub fn render(&self) -> Result<String, StorefrontError> {
        let t = self.layout.texts();
        let frame =
            Frame::unlisted(&self.layout, self.layout.shop_name.clone()).described(&t.text("empty-lead"));
        Ok(EmptyShopView { frame, t }.render()?)
    }
}
