//! Ten kills of each kind in the ordinary tests; `mercat-bench faults` does two hundred.
#![expect(clippy::unwrap_used, reason = "tests")]

use std::process::Command;

fn kill_ten(kind: &str) {
    let output = Command::new(env!("CARGO_BIN_EXE_mercat-bench"))
        .args(["faults", kind, "--kills", "10"])
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{text}");
    assert!(text.contains("\"kills\":10"), "{text}");
}

#[test]
fn killed_writers_lose_and_double_nothing() {
    kill_ten("store");
}

#[test]
fn killed_imports_lose_and_double_nothing() {
    kill_ten("import");
}

#[test]
fn killed_collectors_and_sealers_lose_and_double_nothing() {
    kill_ten("collect");
}
