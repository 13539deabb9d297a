//! What tests stand on: a PostgreSQL database of their own, and the real data where it is present.
//!
//! Only dev-dependencies name this crate. What is missing is said on standard error and never passed over in
//! silence; with `CI=true` a missing PostgreSQL fails the test.
#![expect(clippy::print_stderr, reason = "tests tell what they leave out")]

use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

use postgres::{Client, NoTls};

/// The server that tests use unless `MERCAT_TEST_POSTGRES_URL` names another.
const DEFAULT_SERVER: &str = "postgres://postgres@127.0.0.1:5432/postgres";

static MADE: AtomicU32 = AtomicU32::new(0);

/// A database that lives as long as this value.
pub struct Database {
    server: String,
    name: String,
    url: String,
}

impl Database {
    /// Makes an empty database; none when no server answers.
    ///
    /// # Panics
    /// When no server answers and `CI=true`, or when the server refuses to make a database.
    pub fn create() -> Option<Self> {
        let server = std::env::var("MERCAT_TEST_POSTGRES_URL").unwrap_or_else(|_| DEFAULT_SERVER.to_owned());
        let mut client = match Client::connect(&server, NoTls) {
            Ok(client) => client,
            Err(error) => {
                let required = std::env::var("CI").is_ok_and(|value| value == "true");
                assert!(!required, "CI needs PostgreSQL at `{server}`: {error}");
                eprintln!("left out: no PostgreSQL answers at `{server}` ({error})");
                return None;
            }
        };
        let number = MADE.fetch_add(1, Ordering::Relaxed);
        let name = format!("mercat_test_{}_{number}", std::process::id());
        client
            .batch_execute(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
            .expect("a database goes");
        client.batch_execute(&format!("CREATE DATABASE {name}")).expect("a database can be made");
        let (base, query) =
            server.split_once('?').map_or((server.as_str(), ""), |(base, query)| (base, query));
        let host = base.rfind('/').map_or(base, |slash| &base[..slash]);
        let query = if query.is_empty() { String::new() } else { format!("?{query}") };
        let url = format!("{host}/{name}{query}");
        Some(Database { server, name, url })
    }

    /// Where it is.
    pub fn url(&self) -> &str {
        &self.url
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        if let Ok(mut client) = Client::connect(&self.server, NoTls) {
            let _ = client.batch_execute(&format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name));
        }
    }
}

/// The Python with the packages of `xtask/python/requirements.txt`; none (and a line that says so) where
/// `MERCAT_TEST_PYTHON`, which `cargo xtask test` sets, names none.
///
/// # Panics
/// When it is missing and `CI=true`.
pub fn python() -> Option<PathBuf> {
    let python = std::env::var_os("MERCAT_TEST_PYTHON").map(PathBuf::from);
    if python.is_none() {
        let required = std::env::var("CI").is_ok_and(|value| value == "true");
        assert!(!required, "CI needs MERCAT_TEST_PYTHON; `cargo xtask test` sets it");
        eprintln!("left out: no Python, because MERCAT_TEST_PYTHON names none (`cargo xtask test` does)");
    }
    python
}

/// A file of the real data; none (and a line that says so) on a machine without it.
///
/// The folder is `MERCAT_TEST_DATA`, by default `shared/data` beside the checkout.
pub fn real_data(file: &str) -> Option<PathBuf> {
    let beside = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../..").join("shared").join("data");
    let folder = std::env::var_os("MERCAT_TEST_DATA").map_or(beside, PathBuf::from);
    let path = folder.join(file);
    if path.exists() {
        return Some(path);
    }
    eprintln!("left out: no real data at `{file}` (MERCAT_TEST_DATA names its folder)");
    None
}
