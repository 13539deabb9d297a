//! Serves: jobs, router, signals, an orderly end.

use std::io::IsTerminal as _;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use mercat_flow::Shop;
use mercat_flow::backup::check_restored;
use mercat_flow::recommend::refresh_model;
use mercat_flow::staff::offer_first_run;
use mercat_http::{AppState, Reach, Sources, router};
use mercat_job::Jobs;
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder};
use tokio::net::TcpListener;

use crate::clock;
use crate::config::{Config, LogConfig, LogFormat};
use crate::progress::say;

/// How long requests may still run after the signal to stop.
const DRAIN_TIME_MAX: Duration = Duration::from_secs(10);

/// Upper bounds of the latency histogram, in seconds.
const LATENCY_BUCKETS: [f64; 11] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0, 30.0];

/// Begins to log on standard error.
pub(crate) fn start_logging(config: &LogConfig) -> anyhow::Result<()> {
    let filter = tracing_subscriber::EnvFilter::try_new(&config.level)
        .with_context(|| format!("`log.level = \"{}\"`", config.level))?;
    let colours = std::io::stderr().is_terminal();
    let builder =
        tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_ansi(colours);
    match config.format {
        LogFormat::Text => builder.init(),
        LogFormat::Json => builder.json().flatten_event(true).init(),
    }
    Ok(())
}

/// Lines that are printed once the shop listens at an address.
pub(crate) type Greeting<'a> = &'a dyn Fn(SocketAddr) -> Vec<String>;

/// Serves the shop until a signal, then ends in order.
pub(crate) fn serve(config: &Config, shop: Arc<Shop>, greeting: Greeting<'_>) -> anyhow::Result<()> {
    let recorder = PrometheusBuilder::new()
        .set_buckets_for_metric(Matcher::Full("http_request_seconds".to_owned()), &LATENCY_BUCKETS)?
        .install_recorder()?;
    let state = AppState::new(
        shop.clone(),
        Sources { now: clock::now, seed: clock::seed },
        Reach { public_url: config.public_url.clone(), trusted_proxies: config.trusted_proxies.clone() },
        Arc::new(move || recorder.render()),
    );
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    check_restored(&shop)?;
    refresh_model(&shop)?;
    let holder = format!("{}-{:02x?}", std::process::id(), &clock::seed()[..4]);
    let jobs = Jobs::start(shop.clone(), clock::now, &holder)?;
    let served = runtime.block_on(listen(config, state, &shop, greeting));
    tracing::info!("stopping");
    jobs.stop();
    runtime.shutdown_timeout(Duration::from_secs(1));
    crate::open::close(shop);
    served
}

async fn listen(config: &Config, state: AppState, shop: &Shop, greeting: Greeting<'_>) -> anyhow::Result<()> {
    let listener = TcpListener::bind(config.listen).await.with_context(|| {
        format!("`{}` can't be listened on: choose another port with `--listen`", config.listen)
    })?;
    let address = listener.local_addr()?;
    say(&format!("listening on http://{address}"));
    if let Some(secret) = offer_first_run(shop, &mut clock::call()).await? {
        say(&format!("first-run secret: {secret}"));
        say(&format!("make the first admin at http://{address}/console/setup"));
    }
    greeting(address).iter().for_each(|line| say(line));
    let (stop, stopped) = tokio::sync::watch::channel(());
    let service = router(state).into_make_service_with_connect_info::<SocketAddr>();
    let server = axum::serve(listener, service).with_graceful_shutdown(async move {
        signal().await;
        stop.send_replace(());
    });
    let mut stopping = stopped;
    tokio::select! {
        served = server.into_future() => served?,
        () = async { let _ = stopping.changed().await; tokio::time::sleep(DRAIN_TIME_MAX).await } => {
            tracing::warn!("some requests did not end in time and were cut off");
        }
    }
    Ok(())
}

/// Resolves at Ctrl+C or SIGTERM.
async fn signal() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        match signal(SignalKind::terminate()) {
            Ok(mut terminate) => {
                tokio::select! { _ = interrupt => {}, _ = terminate.recv() => {} }
            }
            Err(error) => {
                tracing::warn!(%error, "SIGTERM is not heard, Ctrl+C is");
                let _ = interrupt.await;
            }
        }
    }
    #[cfg(not(unix))]
    let _ = interrupt.await;
}
