//! The clock and the system's randomness.

use mercat_flow::{Call, Entropy};
use mercat_model::Timestamp;

/// Now.
pub(crate) fn now() -> Timestamp {
    jiff::Timestamp::now().into()
}

/// 32 bytes of the system's generator.
pub(crate) fn seed() -> [u8; 32] {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).expect("a system without randomness can keep no secret");
    bytes
}

/// A call of the command line.
pub(crate) fn call() -> Call {
    Call { now: now(), entropy: Entropy::new(seed()), locale: None }
}
