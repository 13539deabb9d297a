//! The time, randomness and language of a request, the address it comes from, and its origin.

use std::convert::Infallible;
use std::net::{IpAddr, SocketAddr};

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::{HeaderMap, header, request::Parts};
use mercat_flow::{Call, Entropy};
use mercat_model::Locale;

use crate::state::AppState;

/// Languages of an `Accept-Language` header that are looked at.
const LANGUAGES_MAX: usize = 10;

/// A call of a use case: now, randomness, the reader's language.
pub(crate) struct Caller(pub(crate) Call);

impl FromRequestParts<AppState> for Caller {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Infallible> {
        Ok(Caller(Call {
            now: (state.sources.now)(),
            entropy: Entropy::new((state.sources.seed)()),
            locale: language(&parts.headers),
        }))
    }
}

/// The first language of the header that is a tag; its order is taken as the preference. A bare language stands
/// for the shop's regional form of it.
pub(crate) fn language(headers: &HeaderMap) -> Option<Locale> {
    let header = headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
    let tags = header.split(',').take(LANGUAGES_MAX);
    let locale = tags.filter_map(|part| part.split(';').next()?.trim().parse::<Locale>().ok()).next()?;
    Some(match locale.as_str().split('-').next() {
        Some("zh") => Locale::zh_cn(),
        Some("en") => Locale::en(),
        _ => locale,
    })
}

/// The address that a request comes from, beyond trusted proxies.
pub(crate) struct Address(pub(crate) String);

impl FromRequestParts<AppState> for Address {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Infallible> {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip().to_canonical());
        let Some(peer) = peer else { return Ok(Address("unknown".to_owned())) };
        let trusted = |ip: &IpAddr| state.reach.trusted_proxies.contains(ip);
        if !trusted(&peer) {
            return Ok(Address(peer.to_string()));
        }
        let forwarded = parts.headers.get_all("x-forwarded-for").iter();
        let chain: Vec<IpAddr> = forwarded
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(',').filter_map(|ip| ip.trim().parse::<IpAddr>().ok()))
            .collect();
        let client = chain.into_iter().rev().find(|ip| !trusted(ip)).unwrap_or(peer);
        Ok(Address(client.to_string()))
    }
}

/// Whether a browser says that a request was made by a page of our own. Programs send neither header.
pub(crate) fn origin_is_own(headers: &HeaderMap, public_url: Option<&str>) -> bool {
    if let Some(site) = headers.get("sec-fetch-site") {
        return matches!(site.as_bytes(), b"same-origin" | b"none");
    }
    let Some(origin) = headers.get(header::ORIGIN).and_then(|origin| origin.to_str().ok()) else {
        return true;
    };
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let own = |url: &str| url.split_once("://").is_some_and(|(_, rest)| rest.eq_ignore_ascii_case(host));
    own(origin) || public_url.is_some_and(|url| url.eq_ignore_ascii_case(origin))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect()
    }

    #[test]
    fn the_first_known_language_counts() {
        let read = |value| language(&headers(&[("accept-language", value)])).map(|l| l.to_string());
        assert_eq!(read("zh-TW,zh;q=0.9,en;q=0.8").as_deref(), Some("zh-CN"));
        assert_eq!(read("en-GB").as_deref(), Some("en"));
        assert_eq!(read("*").as_deref(), None);
    }

    #[test]
    fn requests_of_other_sites_are_told_apart() {
        let own = |pairs| origin_is_own(&headers(pairs), Some("https://shop.example"));
        assert!(own(&[]));
        assert!(own(&[("sec-fetch-site", "same-origin")]));
        assert!(!own(&[("sec-fetch-site", "cross-site")]));
        assert!(own(&[("origin", "http://127.0.0.1:8080"), ("host", "127.0.0.1:8080")]));
        assert!(own(&[("origin", "https://shop.example"), ("host", "127.0.0.1:8080")]));
        assert!(!own(&[("origin", "https://evil.example"), ("host", "127.0.0.1:8080")]));
        assert!(!own(&[("origin", "null"), ("host", "127.0.0.1:8080")]));
    }
}
