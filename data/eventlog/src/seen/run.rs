//! A sorted run of fingerprints in a file without a name: it goes when the log is closed, however that happens.

use std::fs::File;
use std::io::{BufWriter, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::Path;

use super::Fingerprint;

/// Bytes of a fingerprint in the file.
const WIDTH: u64 = 10;

/// Fingerprints read at once: where a uniform key is expected to lie, give or take.
const WINDOW: u64 = 1_024;

pub(super) struct Run {
    file: File,
    count: u64,
}

impl Run {
    /// Writes a run; sorts what it is given.
    pub(super) fn write(folder: &Path, mut fingerprints: Vec<Fingerprint>) -> std::io::Result<Self> {
        fingerprints.sort_unstable();
        let mut file = BufWriter::with_capacity(1 << 18, tempfile::tempfile_in(folder)?);
        for Fingerprint(high, low) in &fingerprints {
            file.write_all(&high.to_be_bytes())?;
            file.write_all(&low.to_be_bytes())?;
        }
        let file = file.into_inner().map_err(std::io::IntoInnerError::into_error)?;
        Ok(Run { file, count: fingerprints.len() as u64 })
    }

    /// Interpolation search: one read nearly always, since the keys are uniform.
    pub(super) fn contains(&mut self, wanted: Fingerprint) -> std::io::Result<bool> {
        let guess = ((u128::from(wanted.0) * u128::from(self.count)) >> 64) as u64;
        let mut start = guess.saturating_sub(WINDOW / 2).min(self.count.saturating_sub(WINDOW));
        let (mut went_back, mut went_on) = (false, false);
        loop {
            let window = self.window(start)?;
            let (Some(first), Some(last)) = (window.first(), window.last()) else { return Ok(false) };
            // Back after on, or on after back, means that it would lie between two windows.
            if wanted < *first && start > 0 && !went_on {
                went_back = true;
                start = start.saturating_sub(WINDOW);
            } else if wanted > *last && start + (window.len() as u64) < self.count && !went_back {
                went_on = true;
                start += window.len() as u64;
            } else {
                return Ok(window.binary_search(&wanted).is_ok());
            }
        }
    }

    fn window(&mut self, start: u64) -> std::io::Result<Vec<Fingerprint>> {
        let count = WINDOW.min(self.count - start);
        let mut bytes = vec![0; (count * WIDTH) as usize];
        self.file.seek(SeekFrom::Start(start * WIDTH))?;
        self.file.read_exact(&mut bytes)?;
        Ok(bytes.chunks_exact(WIDTH as usize).map(read).collect())
    }
}

fn read(bytes: &[u8]) -> Fingerprint {
    let (mut high, mut low) = ([0; 8], [0; 2]);
    high.copy_from_slice(&bytes[..8]);
    low.copy_from_slice(&bytes[8..10]);
    Fingerprint(u64::from_be_bytes(high), u16::from_be_bytes(low))
}
