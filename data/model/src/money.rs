//! Money in minor units and unit prices in millionths; checked arithmetic, no floats, currencies never mix.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// What goes wrong with money.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// Two currencies met in one sum.
    #[error("amounts in `{0}` and `{1}` can't be added: convert one of them first")]
    Currencies(Currency, Currency),
    /// The result does not fit 64 bits.
    #[error("the amount is larger than an order can hold")]
    Overflow,
    /// Not three capital letters.
    #[error("`{0}` is not a currency: use an ISO 4217 code like `CNY`")]
    NotACurrency(String),
    /// Not a decimal number, or one with too many decimals.
    #[error("`{text}` is not an amount with at most {decimals} decimals, like `12.34`")]
    NotAnAmount {
        /// What was given, cut to 64 characters.
        text: String,
        /// How many decimals are allowed.
        decimals: u32,
    },
    /// Nothing to split by.
    #[error("an amount can't be split by no weights or by weights that sum to zero")]
    NoWeights,
}

/// An ISO 4217 code.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency([u8; 3]);

impl Currency {
    /// Renminbi.
    pub const CNY: Currency = Currency(*b"CNY");
    /// Pound sterling.
    pub const GBP: Currency = Currency(*b"GBP");
    /// US dollar.
    pub const USD: Currency = Currency(*b"USD");

    /// The three letters.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).expect("a currency holds ASCII letters")
    }

    /// Decimals of the minor unit after ISO 4217: 0 (JPY), 2 (most) or 3 (KWD).
    pub fn decimals(&self) -> u32 {
        match &self.0 {
            b"BIF" | b"CLP" | b"DJF" | b"GNF" | b"ISK" | b"JPY" | b"KMF" | b"KRW" | b"PYG" | b"RWF"
            | b"UGX" | b"VND" | b"VUV" | b"XAF" | b"XOF" | b"XPF" => 0,
            b"BHD" | b"IQD" | b"JOD" | b"KWD" | b"LYD" | b"OMR" | b"TND" => 3,
            _ => 2,
        }
    }
}

impl FromStr for Currency {
    type Err = MoneyError;

    fn from_str(text: &str) -> Result<Self, MoneyError> {
        match <[u8; 3]>::try_from(text.as_bytes()) {
            Ok(code) if code.iter().all(u8::is_ascii_uppercase) => Ok(Currency(code)),
            _ => Err(MoneyError::NotACurrency(text.chars().take(64).collect())),
        }
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// An amount in minor units (fen, pence) of one currency.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Money {
    /// Minor units; negative for money that goes back.
    pub minor: i64,
    /// The currency.
    pub currency: Currency,
}

impl Money {
    /// So many minor units.
    pub fn new(minor: i64, currency: Currency) -> Self {
        Money { minor, currency }
    }

    /// Nothing, in a currency.
    pub fn zero(currency: Currency) -> Self {
        Money { minor: 0, currency }
    }

    /// The sum; errors when the currencies differ or the sum overflows.
    #[expect(clippy::should_implement_trait, reason = "the operator could not refuse two currencies")]
    pub fn add(self, other: Money) -> Result<Money, MoneyError> {
        if self.currency != other.currency {
            return Err(MoneyError::Currencies(self.currency, other.currency));
        }
        let minor = self.minor.checked_add(other.minor).ok_or(MoneyError::Overflow)?;
        Ok(Money { minor, currency: self.currency })
    }

    /// The difference; errors as [`Money::add`] does.
    pub fn subtract(self, other: Money) -> Result<Money, MoneyError> {
        let minor = other.minor.checked_neg().ok_or(MoneyError::Overflow)?;
        self.add(Money { minor, currency: other.currency })
    }

    /// Splits by weights (largest remainder; ties to the lowest position): the parts always sum to the whole.
    ///
    /// Weights are not negative and sum to more than zero.
    pub fn allocate(self, weights: &[u64]) -> Result<Vec<Money>, MoneyError> {
        let total: i128 = weights.iter().map(|w| i128::from(*w)).sum();
        if total == 0 {
            return Err(MoneyError::NoWeights);
        }
        let sign = i128::from(self.minor.signum());
        let whole = i128::from(self.minor.unsigned_abs());
        let mut parts: Vec<i128> = weights.iter().map(|w| whole * i128::from(*w) / total).collect();
        let mut order: Vec<usize> = (0..weights.len()).collect();
        order.sort_by_key(|i| (std::cmp::Reverse(whole * i128::from(weights[*i]) % total), *i));
        let left = whole - parts.iter().sum::<i128>();
        for position in order.into_iter().take(usize::try_from(left).map_err(|_| MoneyError::Overflow)?) {
            parts[position] += 1;
        }
        parts
            .into_iter()
            .map(|part| i64::try_from(part * sign).map(|minor| Money::new(minor, self.currency)))
            .collect::<Result<_, _>>()
            .map_err(|_| MoneyError::Overflow)
    }

    /// The decimal text without the currency: `12.34`, `-0.05`, `1200` for a currency without decimals.
    pub fn amount(&self) -> String {
        decimal_text(self.minor, self.currency.decimals(), self.currency.decimals())
    }

    /// Reads a decimal text; more decimals than the currency has are refused.
    pub fn parse(text: &str, currency: Currency) -> Result<Self, MoneyError> {
        Ok(Money { minor: parse_decimal(text, currency.decimals())?, currency })
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.amount(), self.currency)
    }
}

impl fmt::Debug for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The price of one piece in millionths of the major unit, so that 0.001 stays 0.001.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct UnitPrice {
    /// Millionths of the major unit.
    pub micros: i64,
    /// The currency.
    pub currency: Currency,
}

/// Decimals that a unit price keeps.
pub const UNIT_PRICE_DECIMALS: u32 = 6;

impl UnitPrice {
    /// So many millionths of the major unit.
    pub fn new(micros: i64, currency: Currency) -> Self {
        UnitPrice { micros, currency }
    }

    /// Reads a decimal text with at most six decimals.
    pub fn parse(text: &str, currency: Currency) -> Result<Self, MoneyError> {
        Ok(UnitPrice { micros: parse_decimal(text, UNIT_PRICE_DECIMALS)?, currency })
    }

    /// The price of `quantity` pieces, rounded half away from zero to the minor unit (a line and the return of
    /// that line round alike).
    pub fn extend(self, quantity: i64) -> Result<Money, MoneyError> {
        let exact = i128::from(self.micros) * i128::from(quantity);
        let step = 10_i128.pow(UNIT_PRICE_DECIMALS - self.currency.decimals());
        let rounded = (exact.abs() + step / 2) / step * exact.signum();
        let minor = i64::try_from(rounded).map_err(|_| MoneyError::Overflow)?;
        Ok(Money { minor, currency: self.currency })
    }

    /// The decimal text without the currency, with at least the currency's own decimals: `2.55`, `0.001`.
    pub fn amount(&self) -> String {
        decimal_text(self.micros, UNIT_PRICE_DECIMALS, self.currency.decimals())
    }
}

impl fmt::Debug for UnitPrice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.amount(), self.currency)
    }
}

/// Writes `value` × 10^-`scale`, without trailing zeros beyond `keep` decimals.
fn decimal_text(value: i64, scale: u32, keep: u32) -> String {
    let unit = 10_u64.pow(scale);
    let (whole, rest) = (value.unsigned_abs() / unit, value.unsigned_abs() % unit);
    let sign = if value < 0 { "-" } else { "" };
    if scale == 0 {
        return format!("{sign}{whole}");
    }
    let mut decimals = format!("{rest:0width$}", width = scale as usize);
    while decimals.len() > keep as usize && decimals.ends_with('0') {
        decimals.pop();
    }
    if decimals.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{decimals}") }
}

/// Reads digits with an optional sign and point as a whole number of 10^-`scale`.
fn parse_decimal(text: &str, scale: u32) -> Result<i64, MoneyError> {
    let refused = || MoneyError::NotAnAmount { text: text.chars().take(64).collect(), decimals: scale };
    let (negative, digits) = match text.trim().strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.trim()),
    };
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let kept = decimals.trim_end_matches('0');
    let is_number = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if (whole.is_empty() && decimals.is_empty())
        || !is_number(whole)
        || !is_number(decimals)
        || kept.len() > scale as usize
    {
        return Err(refused());
    }
    let mut value: i64 = 0;
    let padding = std::iter::repeat_n(b'0', scale as usize - kept.len());
    for digit in whole.bytes().chain(kept.bytes()).chain(padding) {
        value = value
            .checked_mul(10)
            .and_then(|v| v.checked_add(i64::from(digit - b'0')))
            .ok_or(MoneyError::Overflow)?;
    }
    Ok(if negative { -value } else { value })
}

#[derive(Serialize, Deserialize)]
struct MoneyText {
    amount: String,
    currency: String,
}

impl Serialize for Money {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        MoneyText { amount: self.amount(), currency: self.currency.to_string() }.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Money {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = MoneyText::deserialize(deserializer)?;
        let currency = text.currency.parse().map_err(serde::de::Error::custom)?;
        Money::parse(&text.amount, currency).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn amounts_are_written_with_the_decimals_of_the_currency() {
        assert_eq!(Money::new(1234, Currency::CNY).amount(), "12.34");
        assert_eq!(Money::new(-5, Currency::GBP).amount(), "-0.05");
        assert_eq!(Money::new(1200, "JPY".parse().unwrap()).amount(), "1200");
        assert_eq!(Money::new(1, "KWD".parse().unwrap()).amount(), "0.001");
    }

    #[test]
    fn unit_prices_keep_their_decimals_and_lines_round_half_up() {
        let price = UnitPrice::parse("0.001", Currency::GBP).unwrap();
        assert_eq!(price.amount(), "0.001");
        assert_eq!(price.extend(4).unwrap().minor, 0);
        assert_eq!(price.extend(5).unwrap().minor, 1);
        assert_eq!(price.extend(-5).unwrap().minor, -1);
        assert_eq!(UnitPrice::parse("2.55", Currency::GBP).unwrap().extend(6).unwrap().minor, 1530);
    }

    #[test]
    fn bad_amounts_are_refused() {
        for text in ["", ".", "1,5", "1e3", "12.345", "--1", "0x10", "NaN", "99999999999999999999"] {
            assert!(Money::parse(text, Currency::CNY).is_err(), "{text}");
        }
    }

    #[test]
    fn currencies_never_mix() {
        assert!(Money::new(1, Currency::CNY).add(Money::new(1, Currency::USD)).is_err());
    }

    proptest! {
        #[test]
        fn parts_sum_to_the_whole(minor in any::<i32>(), weights in prop::collection::vec(0_u64..1000, 1..20)) {
            let whole = Money::new(i64::from(minor), Currency::CNY);
            match whole.allocate(&weights) {
                Ok(parts) => {
                    prop_assert_eq!(parts.iter().map(|p| p.minor).sum::<i64>(), whole.minor);
                    for (part, weight) in parts.iter().zip(&weights) {
                        let exact = i128::from(whole.minor) * i128::from(*weight);
                        let total: i128 = weights.iter().map(|w| i128::from(*w)).sum();
                        prop_assert!((i128::from(part.minor) * total - exact).abs() < total);
                    }
                }
                Err(error) => {
                    prop_assert_eq!(error, MoneyError::NoWeights);
                    prop_assert!(weights.iter().all(|w| *w == 0));
                }
            }
        }

        #[test]
        fn money_survives_its_text(minor in any::<i32>()) {
            let money = Money::new(i64::from(minor), Currency::GBP);
            prop_assert_eq!(Money::parse(&money.amount(), Currency::GBP).unwrap(), money);
        }
    }
}
