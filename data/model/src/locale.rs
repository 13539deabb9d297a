//! A language tag (BCP 47) of texts and pages.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Longest tag that is taken: `language-script-region` and a variant fit.
const LOCALE_LENGTH_MAX: usize = 35;

/// A text that is not a language tag.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a language tag like `zh-CN` (BCP 47)")]
pub struct LocaleError(pub String);

/// A BCP 47 tag such as `zh-CN` or `en`, in its canonical letter case.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Locale(String);

impl Locale {
    /// Simplified Chinese of the mainland.
    pub fn zh_cn() -> Self {
        Locale("zh-CN".to_owned())
    }

    /// English.
    pub fn en() -> Self {
        Locale("en".to_owned())
    }

    /// The tag.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Locale {
    type Err = LocaleError;

    fn from_str(text: &str) -> Result<Self, LocaleError> {
        let refused = || LocaleError(text.chars().take(64).collect());
        if text.is_empty() || text.len() > LOCALE_LENGTH_MAX {
            return Err(refused());
        }
        let mut parts = Vec::new();
        for (position, part) in text.split('-').enumerate() {
            let letters = part.bytes().all(|b| b.is_ascii_alphabetic());
            let taken = match position {
                0 => letters && (2..=3).contains(&part.len()),
                _ => (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()),
            };
            if !taken {
                return Err(refused());
            }
            let lower = part.to_ascii_lowercase();
            parts.push(match (position, part.len()) {
                (0, _) => lower,
                (_, 2) if letters => lower.to_ascii_uppercase(),
                (_, 4) if letters => format!("{}{}", lower[..1].to_ascii_uppercase(), &lower[1..]),
                _ => lower,
            });
        }
        Ok(Locale(parts.join("-")))
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for Locale {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Locale {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_take_their_canonical_case() {
        assert_eq!("ZH-cn".parse::<Locale>().unwrap(), Locale::zh_cn());
        assert_eq!("zh-hant-tw".parse::<Locale>().unwrap().as_str(), "zh-Hant-TW");
    }

    #[test]
    fn nonsense_is_refused() {
        for text in ["", "z", "english-", "../en", "e n", "123"] {
            assert!(text.parse::<Locale>().is_err(), "{text}");
        }
    }
}
