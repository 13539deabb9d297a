//! DuckDB as the peer: a Python process that reads the same files.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::Context as _;
use mercat_lake::Lake;
use serde::Deserialize;
use serde_json::{Value as Json, json};

/// What the process runs.
const SCRIPT: &str = include_str!("duckdb_peer.py");

/// One answer.
#[derive(Deserialize)]
pub(super) struct Answer {
    pub(super) name: String,
    pub(super) answer: Json,
    pub(super) seconds: f64,
}

/// What the process says of itself.
pub(super) struct Peer {
    pub(super) version: String,
    pub(super) peak_mb: u64,
}

#[derive(Deserialize)]
struct Answers {
    version: String,
    peak_mb: u64,
    answers: Vec<Answer>,
}

/// A Python that has DuckDB.
pub(super) fn python() -> anyhow::Result<PathBuf> {
    let python = PathBuf::from(std::env::var_os("MERCAT_TEST_PYTHON").unwrap_or_else(|| "python3".into()));
    let found = Command::new(&python).args(["-c", "import duckdb"]).stderr(Stdio::null()).status();
    anyhow::ensure!(
        found.is_ok_and(|status| status.success()),
        "`{}` has no DuckDB: run `python3 -m venv venv && venv/bin/pip install duckdb`, then set \
         MERCAT_TEST_PYTHON=venv/bin/python",
        python.display()
    );
    Ok(python)
}

/// Asks the same questions of the same files.
pub(super) fn ask(
    python: &PathBuf,
    lake: &Lake,
    runs: u32,
    (window_days, added_min): (i64, u32),
) -> anyhow::Result<(Vec<Answer>, Peer)> {
    let files: Vec<PathBuf> =
        lake.manifest()?.files.iter().map(|file| lake.root().join(&file.path)).collect();
    let task = json!({"files": files, "runs": runs, "window_days": window_days, "added_min": added_min});
    let mut process = Command::new(python)
        .args(["-c", SCRIPT])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("the Python with DuckDB does not start")?;
    process.stdin.take().context("no way to ask")?.write_all(task.to_string().as_bytes())?;
    let output = process.wait_with_output()?;
    anyhow::ensure!(output.status.success(), "DuckDB failed: see its message above");
    let Answers { version, peak_mb, answers } = serde_json::from_slice(&output.stdout)?;
    Ok((answers, Peer { version, peak_mb }))
}
