//! The head of the dashboard: average order value, repeat rate, return rate, net revenue.
//!
//! Sums come from the store; what follows from them is decided here, so that every page divides alike.

use mercat_model::{Money, MoneyError};

use crate::error::AnalyticsError;

/// Sums of one period, as the store counts them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Totals {
    /// Order lines.
    pub lines: u64,
    /// Pieces on those lines.
    pub units: u64,
    /// Orders placed.
    pub orders: u64,
    /// Different members among them; guests are not counted.
    pub customers: u64,
    /// Members of these with at least two orders in the period.
    pub repeat_customers: u64,
    /// The sum of the lines, before returns; zero or more.
    pub revenue: Money,
    /// Returns that came in during the period, whenever the goods were bought.
    pub returns: u64,
    /// What they were worth; zero or more, in the same currency.
    pub returned: Money,
}

/// The sums and what follows from them. A rate is `None` when there is nothing to divide by.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Figures {
    /// The sums themselves.
    pub totals: Totals,
    /// Revenue ÷ orders (AOV), rounded half up to the minor unit.
    pub average_order_value: Option<Money>,
    /// Repeat customers ÷ customers, 0 to 1.
    pub repeat_rate: Option<f64>,
    /// Returns ÷ orders, 0 or more; above 1 when more comes back than is bought.
    pub return_rate: Option<f64>,
    /// Revenue − returned; negative when more comes back than is bought.
    pub net_revenue: Money,
}

/// Derives the figures of a period.
///
/// Refuses sums that no shop can have: more repeat customers than customers, more customers than orders, more
/// orders than lines, negative amounts, two currencies.
pub fn figures(totals: Totals) -> Result<Figures, AnalyticsError> {
    part_of(("repeat_customers", totals.repeat_customers), ("customers", totals.customers))?;
    part_of(("customers", totals.customers), ("orders", totals.orders))?;
    part_of(("orders", totals.orders), ("lines", totals.lines))?;
    for (name, amount) in [("revenue", totals.revenue), ("returned", totals.returned)] {
        if amount.minor < 0 {
            return Err(AnalyticsError::NegativeAmount { name, amount });
        }
    }
    Ok(Figures {
        totals,
        average_order_value: average(totals.revenue, totals.orders)?,
        repeat_rate: rate(totals.repeat_customers, totals.customers),
        return_rate: rate(totals.returns, totals.orders),
        net_revenue: totals.revenue.subtract(totals.returned)?,
    })
}

/// The relative change from `before` to `now`: 0.25 is a quarter more; `None` when there was nothing before.
pub fn change(now: f64, before: f64) -> Option<f64> {
    let change = (now - before) / before.abs();
    change.is_finite().then_some(change)
}

fn part_of(part: (&'static str, u64), whole: (&'static str, u64)) -> Result<(), AnalyticsError> {
    if part.1 <= whole.1 {
        return Ok(());
    }
    Err(AnalyticsError::PartExceedsWhole {
        part: part.0,
        part_count: part.1,
        whole: whole.0,
        whole_count: whole.1,
    })
}

/// `whole` ÷ `count`, half up; `whole` is not negative.
fn average(whole: Money, count: u64) -> Result<Option<Money>, MoneyError> {
    if count == 0 {
        return Ok(None);
    }
    let count = i128::from(count);
    let rounded = (i128::from(whole.minor) * 2 + count) / (count * 2);
    let minor = i64::try_from(rounded).map_err(|_| MoneyError::Overflow)?;
    Ok(Some(Money::new(minor, whole.currency)))
}

fn rate(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

#[cfg(test)]
mod tests {
    use mercat_model::Currency;
    use proptest::prelude::*;

    use super::*;

    fn totals() -> Totals {
        Totals {
            lines: 397_884,
            units: 5_167_812,
            orders: 18_532,
            customers: 4_338,
            repeat_customers: 2_845,
            revenue: Money::new(891_140_790, Currency::GBP),
            returns: 3_654,
            returned: Money::new(61_134_254, Currency::GBP),
        }
    }

    #[test]
    fn a_year_of_orders_gives_its_figures() {
        let figures = figures(totals()).unwrap();
        assert_eq!(figures.average_order_value.unwrap().amount(), "480.87");
        assert_eq!(figures.net_revenue.amount(), "8300065.36");
        assert!((figures.repeat_rate.unwrap() - 0.655_832).abs() < 1e-6);
        assert!((figures.return_rate.unwrap() - 0.197_172).abs() < 1e-6);
    }

    #[test]
    fn an_empty_period_has_no_rates() {
        let nothing = Totals {
            lines: 0,
            units: 0,
            orders: 0,
            customers: 0,
            repeat_customers: 0,
            revenue: Money::zero(Currency::CNY),
            returns: 0,
            returned: Money::zero(Currency::CNY),
        };
        let figures = figures(nothing).unwrap();
        assert_eq!(figures.average_order_value, None);
        assert_eq!((figures.repeat_rate, figures.return_rate), (None, None));
        assert_eq!(figures.net_revenue.minor, 0);
    }

    #[test]
    fn an_average_is_rounded_half_up() {
        let average = |minor, orders| {
            let revenue = Money::new(minor, Currency::GBP);
            let sums = Totals { lines: 9, orders, customers: 0, repeat_customers: 0, revenue, ..totals() };
            figures(sums).unwrap().average_order_value.unwrap().minor
        };
        assert_eq!(average(5, 2), 3);
        assert_eq!(average(10, 4), 3);
        assert_eq!(average(10, 3), 3);
        assert_eq!(average(i64::MAX, 1), i64::MAX);
    }

    #[test]
    fn impossible_sums_are_refused() {
        let refused = |change: fn(&mut Totals)| {
            let mut sums = totals();
            change(&mut sums);
            figures(sums).unwrap_err().to_string()
        };
        assert!(refused(|t| t.repeat_customers = 5_000).starts_with("`repeat_customers` is `5000`"));
        assert!(refused(|t| t.customers = 20_000).starts_with("`customers` is `20000`"));
        assert!(refused(|t| t.orders = 400_000).starts_with("`orders` is `400000`"));
        assert!(refused(|t| t.revenue.minor = -1).contains("-0.01 GBP"));
        assert!(refused(|t| t.returned.currency = Currency::CNY).contains("can't be added"));
    }

    #[test]
    fn change_is_relative_to_what_was_before() {
        assert_eq!(change(5.0, 4.0), Some(0.25));
        assert_eq!(change(0.0, 4.0), Some(-1.0));
        assert_eq!(change(5.0, 0.0), None);
        assert_eq!(change(-2.0, -4.0), Some(0.5));
    }

    proptest! {
        #[test]
        fn an_average_times_its_count_is_within_half_a_count(minor in 0_i64..1 << 50, orders in 1_u64..1 << 30) {
            let average = average(Money::new(minor, Currency::CNY), orders).unwrap().unwrap();
            let error = i128::from(average.minor) * i128::from(orders) - i128::from(minor);
            prop_assert!(error.abs() * 2 <= i128::from(orders));
        }
    }
}
