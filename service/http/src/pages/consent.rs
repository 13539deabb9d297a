//! The visitor's consent: read from the cookie and the browser's signals, and kept when the form is sent.

use axum::body::Bytes;
use axum::extract::Path;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use mercat_flow::FlowError;
use mercat_flow::setting::{Consent, ConsentPolicy};
use mercat_storefront::address;

use crate::extract::{cookie, form_pairs, origin_is_own};
use crate::pages::failure::{PageError, or_failure};
use crate::pages::visit::Visit;

/// The cookie of the choice. The tracker reads it too, so scripts of the shop may.
pub(crate) const CONSENT_COOKIE: &str = "mercat_consent";

/// How long a choice counts; regulators advise to ask again after six months.
pub(crate) const CONSENT_DAYS: u64 = 180;

/// The version of the text that asks. Raise it when the text or the purposes change: then everybody is asked anew.
pub(crate) const CONSENT_VERSION: &str = "1";

/// The cookie that the tracker keeps the anonymous id in.
pub(crate) const ANONYMOUS_ID_COOKIE: &str = "mercat_aid";

/// Longest address to come back to.
const BACK_LENGTH_MAX: usize = 2_000;

/// What a browser says about being followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct VisitorConsent {
    pub(crate) policy: ConsentPolicy,
    /// Whether it asks not to be followed (Global Privacy Control, Do Not Track).
    pub(crate) is_private: bool,
    /// The choice of its visitor about the present text.
    pub(crate) choice: Option<Consent>,
}

impl VisitorConsent {
    pub(crate) fn read(headers: &HeaderMap, policy: ConsentPolicy) -> Self {
        let is_one = |name: &str| headers.get(name).is_some_and(|value| value == "1");
        let kept = cookie(headers, CONSENT_COOKIE).and_then(|text| parsed(&text));
        VisitorConsent { policy, is_private: is_one("sec-gpc") || is_one("dnt"), choice: kept }
    }

    /// What holds now; none while the visitor has to be asked first.
    pub(crate) fn holds(&self) -> Option<Consent> {
        if self.is_private { Some(Consent::NONE) } else { self.policy.holds(self.choice) }
    }

    /// What may be done now.
    pub(crate) fn allowed(&self) -> Consent {
        self.holds().unwrap_or_default()
    }

    /// Whether the visitor said no to something, or their browser did.
    pub(crate) fn denies(&self, purpose: impl Fn(Consent) -> bool) -> bool {
        self.holds().is_some_and(|consent| !purpose(consent))
    }

    /// Whether the banner asks: nobody answered yet.
    pub(crate) fn asks(&self) -> bool {
        !self.is_private && self.choice.is_none()
    }
}

/// A choice as the cookie keeps it, `1.analytics.personalisation`; one about another text does not count.
fn parsed(text: &str) -> Option<Consent> {
    let mut parts = text.split('.');
    let agreed: Vec<&str> = (parts.next() == Some(CONSENT_VERSION)).then(|| parts.collect())?;
    Some(Consent::to(|purpose| agreed.contains(&purpose)))
}

fn written(consent: Consent) -> String {
    let agreed = consent.purposes().into_iter().filter(|(_, agreed)| *agreed).map(|(name, _)| name);
    std::iter::once(CONSENT_VERSION).chain(agreed).collect::<Vec<_>>().join(".")
}

/// `POST /{locale}/consent`: keeps the choice and leads back.
pub(crate) async fn consent(
    visit: Visit,
    Path(locale): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    or_failure(&visit, keep(&visit, &locale, &headers, &body)).await
}

fn keep(visit: &Visit, locale: &str, headers: &HeaderMap, body: &[u8]) -> Result<Response, PageError> {
    visit.require_locale(locale)?;
    if !origin_is_own(headers, visit.state.reach.public_url.as_deref()) {
        return Err(FlowError::CsrfToken.into());
    }
    let (mut choice, mut back, mut ticked) = (String::new(), String::new(), Vec::new());
    for (name, value) in form_pairs(body) {
        match &*name {
            "choice" => choice = value.into_owned(),
            "back" => back = value.into_owned(),
            _ => ticked.push(name.into_owned()),
        }
    }
    let consent = match choice.as_str() {
        "accept" => Consent::ALL,
        "refuse" => Consent::NONE,
        "custom" => Consent::to(|purpose| ticked.iter().any(|name| name == purpose)),
        other => return Err(FlowError::invalid("choice", format!("`{other}` is no answer")).into()),
    };
    let mut response = StatusCode::SEE_OTHER.into_response();
    let home = address::home(&visit.locale);
    let back = if leads_into_the_shop(visit, &back) { back } else { home };
    let location = HeaderValue::from_str(&back).unwrap_or_else(|_| HeaderValue::from_static("/"));
    response.headers_mut().insert(header::LOCATION, location);
    // A browser that asks not to be followed has answered; nothing is kept of what its form says. What a refusal
    // ends is removed by the page that this leads to, in the server's part and, once more, the tracker's.
    if !visit.consent.is_private {
        let secure = if visit.public_url.starts_with("https:") { "; Secure" } else { "" };
        let seconds = CONSENT_DAYS * 86_400;
        let kept =
            format!("{CONSENT_COOKIE}={}; Path=/; Max-Age={seconds}; SameSite=Lax{secure}", written(consent));
        if let Ok(value) = HeaderValue::from_str(&kept) {
            response.headers_mut().append(header::SET_COOKIE, value);
        }
    }
    Ok(response)
}

/// Whether a path stays in the storefront: one that a browser can't read as another site's.
fn leads_into_the_shop(visit: &Visit, path: &str) -> bool {
    let first = path.strip_prefix('/').and_then(|rest| rest.split(['/', '?', '#']).next());
    let is_page =
        first.is_some_and(|first| visit.settings.locales.iter().any(|known| known.as_str() == first));
    is_page && path.len() <= BACK_LENGTH_MAX && !path.contains('\\') && !path.chars().any(char::is_control)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cookie_says_what_was_agreed_to() {
        for (text, expect) in [
            ("1", Some(Consent::NONE)),
            ("1.analytics", Some(Consent { analytics: true, ..Consent::NONE })),
            ("1.analytics.personalisation.marketing", Some(Consent::ALL)),
            ("1.everything", Some(Consent::NONE)),
            ("0.analytics", None),
            ("", None),
            ("analytics", None),
        ] {
            assert_eq!(parsed(text), expect, "{text}");
            if let Some(consent) = expect {
                assert_eq!(parsed(&written(consent)), Some(consent));
            }
        }
    }

    #[test]
    fn a_signal_of_the_browser_outweighs_every_choice() {
        for (name, value, is_private) in
            [("sec-gpc", "1", true), ("dnt", "1", true), ("sec-gpc", "0", false), ("dnt", "0", false)]
        {
            let mut headers = HeaderMap::new();
            headers.insert(name, HeaderValue::from_static(value));
            headers.insert(header::COOKIE, HeaderValue::from_static("mercat_consent=1.analytics"));
            for policy in ConsentPolicy::ALL {
                let consent = VisitorConsent::read(&headers, policy);
                assert_eq!(consent.allowed().analytics, !is_private, "{name}: {value}");
                assert!(!consent.asks());
            }
        }
    }
}
