//! The steps of a change to the folder, where tests let the program die. Outside tests this is nothing.

use crate::error::LakeError;

/// A moment between two effects on the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    /// A Parquet file lies in staging, perhaps not synced.
    FileStaged,
    /// The new manifest lies beside the old one.
    ManifestWritten,
    /// The new manifest is in force.
    Committed,
    /// A staged file came to its place.
    FilePlaced,
    /// A replaced file left its place.
    FileRetired,
    /// An erased file is gone.
    FileErased,
}

#[cfg(not(test))]
#[expect(clippy::unnecessary_wraps, reason = "in tests a step can be the last")]
pub(crate) fn at(_step: Step) -> Result<(), LakeError> {
    Ok(())
}

#[cfg(test)]
thread_local! {
    /// Steps that still pass on this thread before one fails; none: all pass.
    pub(crate) static STEPS_LEFT: std::cell::Cell<Option<usize>> = const { std::cell::Cell::new(None) };
}

#[cfg(test)]
pub(crate) fn at(step: Step) -> Result<(), LakeError> {
    STEPS_LEFT.with(|left| match left.get() {
        None => Ok(()),
        Some(0) => Err(LakeError::Encode(format!("the test ends at {step:?}"))),
        Some(steps) => {
            left.set(Some(steps - 1));
            Ok(())
        }
    })
}
