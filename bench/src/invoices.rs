//! A generated file of invoices in the form of the retailer's, with what it must sum to.

use std::fmt::Write as _;

/// What the generated file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Expected {
    pub(crate) orders: i64,
    pub(crate) order_lines: i64,
    pub(crate) returns: i64,
    pub(crate) revenue_minor: i64,
    pub(crate) returned_minor: i64,
}

/// Invoices of one to nine lines, every tenth a return; equal counts give equal text.
pub(crate) fn generate(invoices: u32) -> (String, Expected) {
    let mut text =
        "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n".to_owned();
    let mut expected =
        Expected { orders: 0, order_lines: 0, returns: 0, revenue_minor: 0, returned_minor: 0 };
    let mut state: u64 = 0x9e37_79b9_7f4a_7c15;
    // Xorshift64 (Marsaglia 2003).
    let mut draw = move |below: u64| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state % below
    };
    for number in 0..invoices {
        let is_return = number % 10 == 9;
        let customer = draw(500);
        let day = 1 + number * 28 / invoices.max(1);
        for _ in 0..1 + draw(9) {
            let (sku, pieces, pence) = (draw(300), 1 + draw(12) as i64, 50 + draw(2_000) as i64);
            let (mark, sign) = if is_return { ("C", "-") } else { ("", "") };
            writeln!(
                text,
                "{mark}{},{sku:05},THING {sku},{sign}{pieces},2011-03-{day:02} 10:{:02}:00,{}.{:02},{customer},France",
                100_000 + number,
                number % 60,
                pence / 100,
                pence % 100
            )
            .expect("writing to a String can't fail");
            if is_return {
                expected.returned_minor += pieces * pence;
            } else {
                expected.order_lines += 1;
                expected.revenue_minor += pieces * pence;
            }
        }
        if is_return {
            expected.returns += 1;
        } else {
            expected.orders += 1;
        }
    }
    (text, expected)
}
