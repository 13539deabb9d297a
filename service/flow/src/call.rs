//! What every use case is given from outside: the time, randomness, and the reader's language.

use mercat_model::{Locale, Timestamp};

/// One call of a use case.
#[derive(Debug)]
pub struct Call {
    /// The time that counts as now.
    pub now: Timestamp,
    /// Randomness of this call.
    pub entropy: Entropy,
    /// The language of the reader, if they said one.
    pub locale: Option<Locale>,
}

/// Unpredictable bytes from a seed of 32: the extendable output of BLAKE3 keyed with it.
pub struct Entropy {
    output: blake3::OutputReader,
}

impl Entropy {
    /// From a seed; use 32 bytes of the system's own generator.
    pub fn new(seed: [u8; 32]) -> Self {
        Entropy { output: blake3::Hasher::new_keyed(&seed).finalize_xof() }
    }

    /// The next bytes.
    pub fn bytes<const N: usize>(&mut self) -> [u8; N] {
        let mut bytes = [0; N];
        self.output.fill(&mut bytes);
        bytes
    }

    /// A secret of 160 bits as 32 characters of 0-9 and a-v, easy to type.
    pub fn secret(&mut self) -> String {
        const ALPHABET: &[u8; 32] = b"0123456789abcdefghijklmnopqrstuv";
        self.bytes::<32>().iter().map(|byte| char::from(ALPHABET[usize::from(byte & 31)])).collect()
    }
}

impl std::fmt::Debug for Entropy {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Entropy")
    }
}
