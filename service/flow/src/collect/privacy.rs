//! Keeps contact data out of events: by name, and where a text is an e-mail address.

use serde_json::{Map, Value};

/// Names of contact data, in lower case and without `_`, `-` and spaces.
const CONTACT_NAMES: [&str; 24] = [
    "address",
    "billingaddress",
    "birthday",
    "contact",
    "email",
    "emailaddress",
    "fax",
    "firstname",
    "fullname",
    "idcard",
    "ip",
    "ipaddress",
    "lastname",
    "mail",
    "middlename",
    "mobile",
    "mobilephone",
    "passport",
    "password",
    "phone",
    "phonenumber",
    "shippingaddress",
    "telephone",
    "wechat",
];

/// Longest name that is looked at.
const NAME_BYTES_MAX: usize = 32;

/// Whether a name is one of contact data.
pub(crate) fn is_contact_name(name: &str) -> bool {
    if name.len() > NAME_BYTES_MAX {
        return false;
    }
    let mut word = [0_u8; NAME_BYTES_MAX];
    let mut length = 0;
    for byte in name.bytes().filter(|byte| !matches!(byte, b'_' | b'-' | b' ' | b'$')) {
        word[length] = byte.to_ascii_lowercase();
        length += 1;
    }
    CONTACT_NAMES.binary_search_by(|known| known.as_bytes().cmp(&word[..length])).is_ok()
}

/// Whether a text holds an e-mail address.
pub(crate) fn holds_email(text: &str) -> bool {
    let Some((before, after)) = text.split_once('@') else { return false };
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '+' | '%');
    let host = after.split(|c| !is_part(c)).next().unwrap_or_default();
    before.chars().next_back().is_some_and(is_part)
        && host.split_once('.').is_some_and(|(name, rest)| !name.is_empty() && !rest.is_empty())
}

/// Takes contact data out of properties, however deep. Values that are gone leave no name behind.
pub(crate) fn redact(properties: &mut Map<String, Value>) {
    properties.retain(|name, value| !is_contact_name(name) && keeps(value));
}

fn keeps(value: &mut Value) -> bool {
    match value {
        Value::Null => false,
        Value::String(text) => !holds_email(text),
        Value::Object(object) => {
            redact(object);
            true
        }
        Value::Array(items) => {
            items.retain_mut(keeps);
            true
        }
        Value::Bool(_) | Value::Number(_) => true,
    }
}

/// An address without the parameters that carry contact data, and without a password or a fragment.
pub(crate) fn redact_url(url: &str) -> String {
    let url = url.split('#').next().unwrap_or_default();
    let Some((page, query)) = url.split_once('?') else { return url.to_owned() };
    let is_kept = |pair: &&str| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        !is_contact_name(name) && !holds_email(&value.replace("%40", "@"))
    };
    let kept: Vec<&str> = query.split('&').filter(is_kept).collect();
    if kept.is_empty() { page.to_owned() } else { format!("{page}?{}", kept.join("&")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_sorted_so_that_they_are_found() {
        assert!(CONTACT_NAMES.is_sorted());
        for name in ["email", "E-Mail", "First Name", "first_name", "phoneNumber", "$email", "ip"] {
            assert!(is_contact_name(name), "{name}");
        }
        for name in ["name", "brand", "product_id", "", "emails_opened", "coupon"] {
            assert!(!is_contact_name(name), "{name}");
        }
    }

    #[test]
    fn contact_data_is_taken_out_however_deep() {
        let mut properties = serde_json::json!({
            "name": "green tea", "email": "mei@example.com", "note": "write to mei.li@example.co.uk please",
            "user": {"phone": "+86", "plan": "gold"}, "list": ["a@b.cn", "c"], "at": "tea @ home", "gone": null
        });
        let object = properties.as_object_mut().unwrap();
        redact(object);
        let left = serde_json::json!({"name": "green tea", "user": {"plan": "gold"}, "list": ["c"], "at": "tea @ home"});
        assert_eq!(properties, left);
    }

    #[test]
    fn addresses_lose_contact_parameters() {
        for (url, expect) in [
            ("https://a.example/p?x=1&email=me%40a.cn&y=2#top", "https://a.example/p?x=1&y=2"),
            ("/zh-CN/p/tea", "/zh-CN/p/tea"),
            ("/p?q=me@a.cn", "/p"),
            ("/p?q=green+tea", "/p?q=green+tea"),
        ] {
            assert_eq!(redact_url(url), expect);
        }
    }
}
