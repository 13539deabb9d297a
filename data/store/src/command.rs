//! A closure on its way through a backend: run it (perhaps again), then tell its caller what became of it.

use tokio::sync::oneshot;

use crate::error::StoreError;
use crate::tx::Tx;

/// What a backend does with a queued closure, whatever its result type.
pub(crate) trait Command: Send {
    /// The name for logs and metrics.
    fn name(&self) -> &'static str;
    /// Runs the closure; `true` asks to keep its changes. May be called again after a roll-back.
    fn run(&mut self, tx: &mut Tx<'_>) -> bool;
    /// Answers the caller: with the closure's own result, or with what prevented it from being kept.
    fn finish(self: Box<Self>, kept: Result<(), StoreError>);
}

pub(crate) struct Pending<F, R, E> {
    pub(crate) name: &'static str,
    pub(crate) closure: F,
    pub(crate) result: Option<Result<R, E>>,
    pub(crate) reply: oneshot::Sender<Result<R, E>>,
}

impl<F, R, E> Command for Pending<F, R, E>
where
    F: Fn(&mut Tx<'_>) -> Result<R, E> + Send,
    R: Send,
    E: From<StoreError> + Send,
{
    fn name(&self) -> &'static str {
        self.name
    }

    fn run(&mut self, tx: &mut Tx<'_>) -> bool {
        let caught = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| (self.closure)(tx)));
        let result = caught.unwrap_or_else(|_| Err(E::from(StoreError::Panicked(self.name))));
        let keep = result.is_ok();
        self.result = Some(result);
        keep
    }

    fn finish(self: Box<Self>, kept: Result<(), StoreError>) {
        let answer = match (self.result, kept) {
            (Some(Err(own)), _) => Err(own),
            (_, Err(error)) => Err(E::from(error)),
            (Some(result), Ok(())) => result,
            (None, Ok(())) => Err(E::from(StoreError::Closed)),
        };
        // A caller who stopped waiting (a closed connection) needs no answer.
        let _ = self.reply.send(answer);
    }
}
