//! The privacy page: what the shop keeps in a browser, why and for how long, and the visitor's choice.

use askama::Template;

use crate::StorefrontError;
use crate::address;
use crate::layout::{Frame, Layout};
use crate::texts::Texts;

/// What something in the browser is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// The shop does not work without it; nobody is asked.
    Necessary,
    /// Counting.
    Analytics,
    /// Showing goods by what was looked at.
    Personalisation,
}

/// How long something stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lifetime {
    /// Days from when it was set.
    Days(u64),
    /// Hours from when it was set.
    Hours(u64),
    /// Minutes after it was last used.
    IdleMinutes(u64),
    /// Until it was sent, at most so many days.
    UntilSentDays(u64),
    /// Until the visitor signs out or withdraws the consent.
    UntilWithdrawn,
}

/// Something that the shop keeps in a browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeptInBrowser {
    /// Its name as the browser shows it.
    pub name: &'static str,
    /// Whether it is a cookie; otherwise it stands in local storage.
    pub is_cookie: bool,
    /// What it is for.
    pub purpose: Purpose,
    /// What it holds: `privacy-holds-…`.
    pub holds: Holds,
    /// How long it stays.
    pub lifetime: Lifetime,
}

/// What something in the browser holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// The visitor's answer to the banner.
    Choice,
    /// The sign-in of staff.
    StaffSession,
    /// The anonymous id.
    AnonymousId,
    /// The visit and where it came from.
    Visit,
    /// Events that wait to be sent.
    WaitingEvents,
    /// The id of a user who was named.
    UserId,
    /// Products looked at.
    ViewedProducts,
}

/// One purpose that the visitor may agree to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PurposeChoice {
    /// `analytics`, `personalisation` or `marketing`.
    pub name: &'static str,
    /// Whether it holds now.
    pub is_agreed: bool,
}

/// The privacy page.
#[derive(Debug, Clone, PartialEq)]
pub struct PrivacyPage {
    /// The frame.
    pub layout: Layout,
    /// Whether the browser asks not to be followed; then there is nothing to choose.
    pub is_private: bool,
    /// Whether a choice was just kept.
    pub is_saved: bool,
    /// Whether the shop waits for a yes.
    pub waits: bool,
    /// The purposes and what holds now.
    pub choices: Vec<PurposeChoice>,
    /// Everything that may stand in the browser.
    pub kept: Vec<KeptInBrowser>,
}

#[derive(Template)]
#[template(path = "privacy.html")]
struct PrivacyView<'a> {
    page: &'a PrivacyPage,
    frame: Frame<'a>,
    t: Texts,
}

impl PrivacyPage {
    /// Writes the page.
    pub fn render(&self) -> Result<String, StorefrontError> {
        let t = self.layout.texts();
        let shop = self.layout.shop_name.as_str();
        let frame =
            Frame::new(&self.layout, t.text_with("privacy-page-title", "shop", shop), address::privacy)
                .described(&t.text_with("privacy-description", "shop", shop));
        Ok(PrivacyView { page: self, frame, t }.render()?)
    }
}

impl PrivacyView<'_> {
    /// What silence means in this shop.
    fn waits_text(&self) -> &'static str {
        if self.page.waits { "privacy-choice-required" } else { "privacy-choice-implied" }
    }

    fn holds(&self, kept: &KeptInBrowser) -> String {
        self.t.text(match kept.holds {
            Holds::Choice => "privacy-holds-choice",
            Holds::StaffSession => "privacy-holds-staff",
            Holds::AnonymousId => "privacy-holds-anonymous-id",
            Holds::Visit => "privacy-holds-visit",
            Holds::WaitingEvents => "privacy-holds-waiting",
            Holds::UserId => "privacy-holds-user-id",
            Holds::ViewedProducts => "privacy-holds-viewed",
        })
    }

    fn purpose(&self, kept: &KeptInBrowser) -> String {
        self.t.text(match kept.purpose {
            Purpose::Necessary => "purpose-necessary",
            Purpose::Analytics => "purpose-analytics",
            Purpose::Personalisation => "purpose-personalisation",
        })
    }

    fn place(&self, kept: &KeptInBrowser) -> String {
        self.t.text(if kept.is_cookie { "privacy-cookie" } else { "privacy-local-storage" })
    }

    fn lifetime(&self, kept: &KeptInBrowser) -> String {
        match kept.lifetime {
            Lifetime::Days(days) => self.t.text_with("privacy-days", "days", days),
            Lifetime::Hours(hours) => self.t.text_with("privacy-hours", "hours", hours),
            Lifetime::IdleMinutes(minutes) => self.t.text_with("privacy-idle-minutes", "minutes", minutes),
            Lifetime::UntilSentDays(days) => self.t.text_with("privacy-until-sent", "days", days),
            Lifetime::UntilWithdrawn => self.t.text("privacy-until-withdrawn"),
        }
    }

    fn choice_name(&self, choice: &PurposeChoice) -> String {
        self.t.text(match choice.name {
            "analytics" => "purpose-analytics",
            "personalisation" => "purpose-personalisation",
            _ => "purpose-marketing",
        })
    }

    fn choice_note(&self, choice: &PurposeChoice) -> String {
        self.t.text(match choice.name {
            "analytics" => "purpose-analytics-note",
            "personalisation" => "purpose-personalisation-note",
            _ => "purpose-marketing-note",
        })
    }
}
