//! A blocked Bloom filter (Putze, Sanders, Singler: Cache-, hash- and space-efficient Bloom filters, 2007): one cache
//! line a question, at most about one wrong yes in sixty when full.

use super::Fingerprint;

/// Bits for each fingerprint.
const BITS_EACH: usize = 10;

/// Bits set for each fingerprint.
const PROBES: u32 = 6;

/// Bits of a block: one cache line.
const BLOCK_BITS: usize = 512;

pub(super) struct Filter {
    blocks: Vec<[u64; BLOCK_BITS / 64]>,
}

impl Filter {
    pub(super) fn new(capacity: usize) -> Self {
        let blocks = (capacity * BITS_EACH).div_ceil(BLOCK_BITS).max(1);
        Filter { blocks: vec![[0; BLOCK_BITS / 64]; blocks] }
    }

    pub(super) fn insert(&mut self, fingerprint: Fingerprint) {
        let (block, bits) = self.places(fingerprint);
        let block = &mut self.blocks[block];
        bits.for_each(|bit| block[bit / 64] |= 1 << (bit % 64));
    }

    pub(super) fn may_contain(&self, fingerprint: Fingerprint) -> bool {
        let (block, mut bits) = self.places(fingerprint);
        let block = &self.blocks[block];
        bits.all(|bit| block[bit / 64] & (1 << (bit % 64)) != 0)
    }

    /// The block and the bits in it; fingerprints are uniform already, one multiplication parts the two.
    fn places(&self, fingerprint: Fingerprint) -> (usize, impl Iterator<Item = usize> + use<>) {
        let block = ((u128::from(fingerprint.0) * self.blocks.len() as u128) >> 64) as usize;
        let mixed = (fingerprint.0 ^ u64::from(fingerprint.1)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        (block, (0..PROBES).map(move |probe| (mixed >> (probe * 9 + 10)) as usize % BLOCK_BITS))
    }
}
