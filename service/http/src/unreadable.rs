//! Addresses that no text can stand for: bytes that are not UTF-8, or a zero character. They lead nowhere.

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;

use crate::pages;
use crate::state::AppState;

/// Answers them as what they are, not found, before an extractor or an engine stumbles over them.
pub(crate) async fn refuse(state: State<AppState>, request: Request, next: Next) -> Response {
    if is_readable(request.uri().path()) {
        return next.run(request).await;
    }
    pages::not_found(state, request).await
}

/// Whether a path with percent signs decodes to UTF-8 without a zero character.
fn is_readable(path: &str) -> bool {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let hex = |digit: u8| char::from(digit).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
        let decoded = match after {
            [high, low, behind @ ..] if *first == b'%' => {
                hex(*high).zip(hex(*low)).map(|(high, low)| (high * 16 + low, behind))
            }
            _ => None,
        };
        let (byte, behind) = decoded.unwrap_or((*first, after));
        bytes.push(byte);
        rest = behind;
    }
    !bytes.contains(&0) && std::str::from_utf8(&bytes).is_ok()
}

#[cfg(test)]
mod tests {
    use super::is_readable;

    #[test]
    fn only_texts_are_readable() {
        for path in ["/", "/en/p/%E8%8C%B6", "/100%", "/%zz", "/%2", "/a%2fb", "/%25ff"] {
            assert!(is_readable(path), "{path}");
        }
        for path in ["/%ff", "/a%00b", "/%E8%8C", "/%c0%80"] {
            assert!(!is_readable(path), "{path}");
        }
    }
}
