//! The latest products by the time in their ids: the last resort, so that no slot stays empty.

use mercat_model::{Id, Timestamp};

use crate::recommender::{Because, Query, Recommender, Scored};

/// Days for which a product is called new.
pub const NEW_ARRIVAL_DAYS: i64 = 60;

/// Lists products by descending id.
#[derive(Debug, Clone, Copy, Default)]
pub struct Newest;

impl Recommender for Newest {
    fn name(&self) -> &'static str {
        "newest"
    }

    /// The score falls from 1 with the rank. Cost: linear in the products passed over.
    fn recommend(&self, query: &Query<'_>, limit: usize) -> Vec<Scored> {
        let all = 0..query.catalogue.len() as u32;
        let allowed: Vec<u32> = match query.category {
            Some(category) => {
                let members = query.catalogue.members(category).iter().rev().copied();
                members.filter(|p| query.allows(*p)).take(limit).collect()
            }
            None => all.rev().filter(|p| query.allows(*p)).take(limit).collect(),
        };
        let scored = |(rank, product): (u32, u32)| Scored {
            product,
            score: 1.0 / (1 + rank) as f32,
            because: if is_new(query, product) { Because::NewArrival } else { Because::Catalogue },
        };
        (0..).zip(allowed).map(scored).collect()
    }
}

/// Whether the time in a product's id (UUID version 7: milliseconds in the first 48 bits) is recent.
fn is_new(query: &Query<'_>, product: u32) -> bool {
    let id = query.catalogue.id(product);
    let mut bytes = [0_u8; 8];
    bytes[2..].copy_from_slice(&id.to_bytes()[..6]);
    let created_ms = i64::try_from(u64::from_be_bytes(bytes)).unwrap_or(0);
    let created = Timestamp::from_micros(created_ms.saturating_mul(1_000));
    query.now.micros_since(created) <= NEW_ARRIVAL_DAYS * mercat_model::time::DAY_US
}
