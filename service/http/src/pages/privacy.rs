//! The privacy page: everything that the shop keeps in a browser, with the lifetimes that the code has.

use axum::Json;
use axum::extract::Path;
use axum::http::{StatusCode, Uri};
use axum::response::Response;
use mercat_flow::setting::ConsentPolicy;
use mercat_flow::staff::SESSION_SECONDS;
use mercat_storefront::{Holds, KeptInBrowser, Layout, Lifetime, PrivacyPage, Purpose, PurposeChoice};

use crate::extract::SESSION_COOKIE;
use crate::pages::consent::{ANONYMOUS_ID_COOKIE, CONSENT_COOKIE, CONSENT_DAYS};
use crate::pages::failure::{PageError, or_failure};
use crate::pages::page_view::Seen;
use crate::pages::visit::{VIEWED_COOKIE, VIEWED_DAYS, Visit};

/// The tracker's lifetimes, as `interface/tracker/src/limits.ts` has them; a test compares.
const ANONYMOUS_ID_DAYS: u64 = 395;
const TRACKER_SESSION_MINUTES: u64 = 30;
const TRACKER_QUEUE_DAYS: u64 = 6;

/// Everything that may stand in a browser.
const KEPT: [KeptInBrowser; 7] = [
    kept(CONSENT_COOKIE, Purpose::Necessary, Holds::Choice, Lifetime::Days(CONSENT_DAYS)),
    kept(
        SESSION_COOKIE,
        Purpose::Necessary,
        Holds::StaffSession,
        Lifetime::Hours(SESSION_SECONDS as u64 / 3_600),
    ),
    kept(ANONYMOUS_ID_COOKIE, Purpose::Analytics, Holds::AnonymousId, Lifetime::Days(ANONYMOUS_ID_DAYS)),
    KeptInBrowser {
        is_cookie: false,
        ..kept(
            "mercat_tracker.session",
            Purpose::Analytics,
            Holds::Visit,
            Lifetime::IdleMinutes(TRACKER_SESSION_MINUTES),
        )
    },
    KeptInBrowser {
        is_cookie: false,
        ..kept(
            "mercat_tracker.event.…, mercat_tracker.pause, mercat_tracker.left",
            Purpose::Analytics,
            Holds::WaitingEvents,
            Lifetime::UntilSentDays(TRACKER_QUEUE_DAYS),
        )
    },
    KeptInBrowser {
        is_cookie: false,
        ..kept("mercat_tracker.user", Purpose::Analytics, Holds::UserId, Lifetime::UntilWithdrawn)
    },
    kept(VIEWED_COOKIE, Purpose::Personalisation, Holds::ViewedProducts, Lifetime::Days(VIEWED_DAYS)),
];

const fn kept(name: &'static str, purpose: Purpose, holds: Holds, lifetime: Lifetime) -> KeptInBrowser {
    KeptInBrowser { name, is_cookie: true, purpose, holds, lifetime }
}

/// `/{locale}/privacy`
pub(crate) async fn privacy(visit: Visit, Path(locale): Path<String>, uri: Uri) -> Response {
    or_failure(&visit, render(&visit, &locale, &uri)).await
}

fn render(visit: &Visit, locale: &str, uri: &Uri) -> Result<Response, PageError> {
    visit.require_locale(locale)?;
    let seen = Seen { name: "Privacy", title: "", event: None };
    let consent = visit.consent.allowed();
    let page = PrivacyPage {
        // The page asks in full; the banner above it would only ask twice.
        layout: Layout { consent: None, ..visit.layout_of(&seen) },
        is_private: visit.consent.is_private,
        is_saved: uri.query() == Some("saved=1"),
        waits: visit.consent.policy == ConsentPolicy::Required,
        choices: consent.purposes().map(|(name, is_agreed)| PurposeChoice { name, is_agreed }).into(),
        kept: KEPT.into(),
    };
    visit.page(&seen, StatusCode::OK, page.render()?)
}

/// `/.well-known/gpc.json` (Global Privacy Control, section 4.1): the shop does as the signal says.
pub(crate) async fn gpc() -> Json<serde_json::Value> {
    Json(serde_json::json!({"gpc": true, "lastUpdate": "2026-11-22"}))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_states_what_the_tracker_does() {
        let limits = include_str!("../../../../interface/tracker/src/limits.ts");
        for (name, number) in [
            ("ANONYMOUS_ID_DAYS", ANONYMOUS_ID_DAYS),
            ("CONSENT_DAYS", CONSENT_DAYS),
            ("SESSION_MINUTES", TRACKER_SESSION_MINUTES),
            ("QUEUE_DAYS", TRACKER_QUEUE_DAYS),
        ] {
            assert!(limits.contains(&format!("export const {name} = {number};")), "{name}");
        }
    }
}
