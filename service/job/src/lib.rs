//! What runs beside the requests. Each job is a loop on a thread of its own that calls one use case; jobs are safe
//! twice at once, on one server or on several.

mod activity;
mod erasure;
mod identity;
mod lag;
mod lake;
mod model;
mod outbox;
mod page_view;
mod plan;

use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use mercat_flow::{FlowError, Shop};
use mercat_model::Timestamp;

/// Pause after an error: long enough not to flood the log, short enough to recover soon.
const PAUSE_AFTER_ERROR: Duration = Duration::from_secs(5);

/// What a step of a job did.
enum Step {
    /// More may wait: step again at once.
    Busy,
    /// Nothing waits: step again after a pause.
    Idle(Duration),
}

/// One step of a job.
type Work = fn(&Context) -> Result<Step, FlowError>;

/// What every job is given.
#[derive(Clone)]
struct Context {
    shop: Arc<Shop>,
    now: fn() -> Timestamp,
    /// The name of this process among others.
    holder: Arc<str>,
}

#[derive(Default)]
struct Stop {
    stopped: Mutex<bool>,
    changed: Condvar,
}

impl Stop {
    fn set(&self) {
        *self.stopped.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.changed.notify_all();
    }

    /// Waits; true when the jobs are to end.
    fn wait(&self, pause: Duration) -> bool {
        let stopped = self.stopped.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self.changed.wait_timeout_while(stopped, pause, |stopped| !*stopped);
        *waited.unwrap_or_else(PoisonError::into_inner).0
    }
}

/// The jobs of one server.
pub struct Jobs {
    stop: Arc<Stop>,
    threads: Vec<JoinHandle<()>>,
    context: Context,
}

impl Jobs {
    /// Starts every job.
    ///
    /// # Errors
    /// When the system has no thread left.
    pub fn start(shop: Arc<Shop>, now: fn() -> Timestamp, holder: &str) -> std::io::Result<Self> {
        let context = Context { shop, now, holder: holder.into() };
        let stop = Arc::new(Stop::default());
        let jobs: [(&'static str, Work); 9] = [
            ("outbox", outbox::step),
            ("activity", activity::step),
            ("identity", identity::step),
            ("plan", plan::step),
            ("model", model::step),
            ("page_view", page_view::step),
            ("lake", lake::step),
            ("erasure", erasure::step),
            ("lag", lag::step),
        ];
        let mut threads = Vec::with_capacity(jobs.len());
        for (name, step) in jobs {
            let (context, stop) = (context.clone(), stop.clone());
            let run = move || run(name, step, &context, &stop);
            threads.push(std::thread::Builder::new().name(format!("job-{name}")).spawn(run)?);
        }
        Ok(Jobs { stop, threads, context })
    }

    /// Lets each job finish its step, and gives leases back.
    pub fn stop(self) {
        self.stop.set();
        for thread in self.threads {
            if thread.join().is_err() {
                tracing::error!("a job had stopped unexpectedly");
            }
        }
        if let Err(error) = page_view::finish(&self.context) {
            tracing::warn!(%error, "pages that the server showed last are not counted");
        }
        let Context { shop, holder, .. } = &self.context;
        let released = mercat_flow::relay::release(shop, holder);
        if let Err(error) = released.and_then(|()| mercat_flow::lake::release_lake(shop, holder)) {
            tracing::warn!(%error, "a lease was not given back and runs out by itself");
        }
    }
}

fn run(name: &str, step: Work, context: &Context, stop: &Stop) {
    loop {
        let pause = match step(context) {
            Ok(Step::Busy) => Duration::ZERO,
            Ok(Step::Idle(pause)) => pause,
            Err(error) => {
                tracing::error!(job = name, %error, "a step failed and will be tried again");
                PAUSE_AFTER_ERROR
            }
        };
        if stop.wait(pause) {
            return;
        }
    }
}
