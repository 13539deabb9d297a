//! Identifiers: 16 bytes, ordered by time, written as a prefix and 26 Crockford characters (`ord_01j…`).
//!
//! The layout is UUID version 7 (RFC 9562 §5.7). Time and randomness are arguments; ids of imported rows are
//! derived from their source, so that the same file gives the same ids.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Crockford base 32 in lower case: no `i`, `l`, `o`, `u`.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Characters that carry the 128 bits; the first one holds only three of them.
const TEXT_LENGTH: usize = 26;

/// A text that is not an id of the wanted kind.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is not an id like `{prefix}_` followed by 26 characters of 0-9 and a-z without i, l, o, u")]
pub struct IdError {
    /// What was given, cut to 64 characters.
    pub text: String,
    /// The prefix that was expected.
    pub prefix: &'static str,
}

/// Lays out a UUID version 7 from milliseconds since 1970 (48 bits) and ten random bytes (74 bits are used).
fn layout(unix_ms: u64, random: [u8; 10]) -> [u8; 16] {
    let mut bytes = [0_u8; 16];
    bytes[..6].copy_from_slice(&unix_ms.to_be_bytes()[2..]);
    bytes[6..].copy_from_slice(&random);
    bytes[6] = (bytes[6] & 0x0f) | 0x70;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    bytes
}

/// Ten bytes that stand for a row of somebody else's system.
fn fingerprint(source: &str, kind: &str, external: &str) -> [u8; 10] {
    let mut hasher = blake3::Hasher::new();
    for part in [source, kind, external] {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part.as_bytes());
    }
    let mut random = [0_u8; 10];
    random.copy_from_slice(&hasher.finalize().as_bytes()[..10]);
    random
}

fn encode(bytes: [u8; 16]) -> [u8; TEXT_LENGTH] {
    let mut value = u128::from_be_bytes(bytes);
    let mut text = [0_u8; TEXT_LENGTH];
    for slot in text.iter_mut().rev() {
        *slot = ALPHABET[(value & 31) as usize];
        value >>= 5;
    }
    text
}

/// The value of each byte that is a digit, in either case; 255 for the others.
const DIGITS: [u8; 256] = {
    let mut digits = [u8::MAX; 256];
    let mut value = 0;
    while value < ALPHABET.len() {
        digits[ALPHABET[value] as usize] = value as u8;
        digits[ALPHABET[value].to_ascii_uppercase() as usize] = value as u8;
        value += 1;
    }
    digits
};

fn decode(text: &str) -> Option<[u8; 16]> {
    if text.len() != TEXT_LENGTH {
        return None;
    }
    let mut value: u128 = 0;
    for (position, byte) in text.bytes().enumerate() {
        let digit = DIGITS[usize::from(byte)];
        if digit == u8::MAX || (position == 0 && digit > 7) {
            return None;
        }
        value = (value << 5) | u128::from(digit);
    }
    Some(value.to_be_bytes())
}

/// What every id can do: give its bytes to the store and take them back.
pub trait Id: Copy {
    /// The 16 bytes as kept in the store.
    fn to_bytes(self) -> [u8; 16];
    /// Takes the bytes back from the store.
    fn from_bytes(bytes: [u8; 16]) -> Self;
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident = $prefix:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name([u8; 16]);

        impl $name {
            /// The text before the underscore.
            pub const PREFIX: &'static str = $prefix;

            /// A new id from milliseconds since 1970 and ten random bytes (74 bits are kept).
            pub fn from_parts(unix_ms: u64, random: [u8; 10]) -> Self {
                Self(layout(unix_ms, random))
            }

            /// The id of row `external` of system `source`: equal input gives an equal id.
            pub fn derived(unix_ms: u64, source: &str, external: &str) -> Self {
                Self(layout(unix_ms, fingerprint(source, $prefix, external)))
            }

        }

        impl Id for $name {
            fn to_bytes(self) -> [u8; 16] {
                self.0
            }

            fn from_bytes(bytes: [u8; 16]) -> Self {
                Self(bytes)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let text = encode(self.0);
                f.write_str(concat!($prefix, "_"))?;
                f.write_str(std::str::from_utf8(&text).expect("the alphabet is ASCII"))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        }

        impl FromStr for $name {
            type Err = IdError;

            fn from_str(text: &str) -> Result<Self, IdError> {
                text.strip_prefix(concat!($prefix, "_"))
                    .and_then(decode)
                    .map(Self)
                    .ok_or_else(|| IdError { text: text.chars().take(64).collect(), prefix: $prefix })
            }
        }

        impl Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    )*};
}

ids! {
    /// A product.
    ProductId = "prd";
    /// A category of the tree.
    CategoryId = "cat";
    /// A merchant who sells in the shop.
    MerchantId = "mer";
    /// A sales channel: one currency, one set of prices.
    ChannelId = "chn";
    /// A member: a customer whom the shop knows.
    MemberId = "mbr";
    /// An order.
    OrderId = "ord";
    /// A return of goods.
    ReturnId = "ret";
    /// An event of the log.
    EventId = "evt";
    /// A person who works in the shop's consoles.
    StaffId = "stf";
    /// A signed-in session of a staff person.
    SessionId = "ses";
    /// One run of an import.
    ImportRunId = "imp";
    /// A trained, immutable model.
    ModelVersionId = "mdl";
    /// A statement of who is who, and what became of it.
    MergeId = "mrg";
    /// A person's wish to be forgotten.
    ErasureId = "ers";
    /// A source of events: a site, an app or a server with its write keys.
    SourceId = "src";
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn text_of_an_id_has_prefix_and_26_characters() {
        let id = OrderId::from_parts(1_700_000_000_000, [0xff; 10]);
        assert_eq!(id.to_string().len(), 4 + 26);
        assert!(id.to_string().starts_with("ord_"));
    }

    #[test]
    fn id_of_another_kind_is_refused() {
        let text = OrderId::from_parts(1, [1; 10]).to_string();
        assert!(text.parse::<MemberId>().is_err());
    }

    #[test]
    fn overflowing_first_character_is_refused() {
        assert!(format!("ord_8{}", "0".repeat(25)).parse::<OrderId>().is_err());
    }

    #[test]
    fn derived_ids_depend_on_source_kind_and_row() {
        let a = ProductId::derived(1, "online-retail", "85123A");
        assert_eq!(a, ProductId::derived(1, "online-retail", "85123A"));
        assert_ne!(a, ProductId::derived(1, "online-retail", "85123a"));
        assert_ne!(a, ProductId::derived(1, "online-retai", "l85123A"));
        assert_ne!(a.to_bytes(), MemberId::derived(1, "online-retail", "85123A").to_bytes());
    }

    proptest! {
        #[test]
        fn ids_survive_text_and_sort_by_time(a in 0_u64..1 << 48, b in 0_u64..1 << 48, r in any::<[u8; 10]>()) {
            let first = EventId::from_parts(a, r);
            prop_assert_eq!(first.to_string().parse::<EventId>().unwrap(), first);
            let second = EventId::from_parts(b, r);
            prop_assert_eq!(a.cmp(&b), first.cmp(&second));
            prop_assert_eq!(a.cmp(&b), first.to_string().cmp(&second.to_string()));
        }
    }
}
