//! What a visitor sees when a page cannot be shown: what happened and what to do next.

use askama::Template;

use crate::StorefrontError;
use crate::card::ProductCard;
use crate::layout::{Frame, Layout};
use crate::texts::Texts;

/// A page in place of one that cannot be shown.
#[derive(Debug, Clone, PartialEq)]
pub struct ErrorPage {
    /// The frame; its categories may be empty when the shop cannot be read.
    pub layout: Layout,
    /// The HTTP status, such as 404.
    pub status: u16,
    /// What support needs to find the case in the logs.
    pub request_id: Option<String>,
    /// Goods to go on with; may be empty.
    pub popular: Vec<ProductCard>,
}

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorView<'a> {
    page: &'a ErrorPage,
    frame: Frame<'a>,
    t: Texts,
    title: String,
    advice: String,
    status_text: String,
}

impl ErrorPage {
    /// Writes the page.
    pub fn render(&self) -> Result<String, StorefrontError> {
        let t = self.layout.texts();
        let (title, advice) = match self.status {
            404 | 410 => (t.text("error-not-found"), t.text("error-not-found-advice")),
            429 => (t.text("error-too-many"), t.text("error-too-many-advice")),
            400..=499 => (t.text("error-request"), t.text("error-request-advice")),
            503 => (t.text("error-unavailable"), t.text("error-unavailable-advice")),
            _ => (t.text("error-server"), t.text("error-server-advice")),
        };
        let frame =
            Frame::unlisted(&self.layout, format!("{title} · {}", self.layout.shop_name)).described(&advice);
        Ok(ErrorView { page: self, frame, t, title, advice, status_text: self.status.to_string() }
            .render()?)
    }

    /// Whether the case is worth telling support about.
    fn shows_request_id(&self) -> bool {
        self.status >= 500
    }
}
