//! What the command line refuses, in words and with an exit code; what it prints of its configuration.

use std::path::Path;

use crate::server::{Server, mercat, run, run_well};

/// Runs a command that must be refused; the error that it ends with.
fn refused(folder: &Path, arguments: &[&str]) -> String {
    let output = run(folder, arguments);
    let errors = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{arguments:?}: {errors}");
    let error = errors.lines().skip_while(|line| !line.starts_with("error: ")).collect::<Vec<_>>().join("\n");
    assert!(!error.is_empty() && !error.contains("backtrace"), "{errors}");
    error
}

#[test]
fn a_port_for_all_without_https_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    for command in ["serve", "demo"] {
        let said = refused(folder.path(), &["--data", "shop", command, "--listen", "0.0.0.0:0"]);
        assert!(
            said.contains("0.0.0.0:0") && said.contains("https") && said.contains("public_url"),
            "{said}"
        );
    }
    let plain = ["--data", "shop", "serve", "--listen", "0.0.0.0:0", "--public-url", "http://shop.example"];
    assert!(refused(folder.path(), &plain).contains("http://shop.example"));
    assert!(!folder.path().join("shop").exists(), "nothing was made");
}

#[test]
fn unknown_keys_are_refused_with_their_line() {
    let folder = tempfile::tempdir().unwrap();
    let text = "# our shop\nlisten = \"127.0.0.1:0\"\nlisten_on = 5\n";
    std::fs::write(folder.path().join("mercat.toml"), text).unwrap();
    for arguments in [&["serve"][..], &["config", "check"], &["train"]] {
        let said = refused(folder.path(), arguments);
        assert!(
            said.contains("line 3") && said.contains("listen_on") && said.contains("mercat.toml"),
            "{said}"
        );
    }
    let said = refused(folder.path(), &["--config", "missing.toml", "serve"]);
    assert!(said.contains("missing.toml"), "{said}");
}

#[test]
fn imports_say_what_is_wrong() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("goods.csv"), "sku,titel,price\nA,Cup,1\n").unwrap();
    let import = |rest: &[&str]| refused(folder.path(), &[&["--data", "shop", "import"], rest].concat());
    let said = import(&["products", "goods.csv", "--currency", "pounds"]);
    assert!(said.contains("--currency") && said.contains("pounds"), "{said}");
    let said = import(&["products", "goods.csv", "--time-zone", "Mars/Olympus"]);
    assert!(said.contains("--time-zone") && said.contains("Mars/Olympus"), "{said}");
    let said = import(&["products", "goods.csv"]);
    assert!(said.contains("`title`") && said.contains("titel"), "{said}");
    let said = import(&["online-retail", "goods.csv"]);
    assert!(said.contains("`invoiceno`"), "{said}");
    let said = import(&["orders", "missing.csv"]);
    assert!(said.contains("missing.csv"), "{said}");
    let said = import(&["products", "goods.csv", "--map", "titel"]);
    assert!(said.contains("titel"), "{said}");
}

#[test]
fn a_taken_port_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let arguments = ["--data", "shop", "serve", "--listen", &address];
    let said = refused(folder.path(), &arguments);
    assert!(said.contains(&address) && said.contains("--listen"), "{said}");
    assert!(run(folder.path(), &arguments).stdout.is_empty(), "it does not say that it listens");
}

#[test]
fn a_store_that_does_not_answer_is_told_without_its_password() {
    let folder = tempfile::tempdir().unwrap();
    // The port is bound but never listens, so that nobody answers there.
    let url = "postgres://shop:s3cret@127.0.0.1:1/shop";
    let said = refused(folder.path(), &["--data", "shop", "--store-url", url, "train"]);
    assert!(said.contains("not available") && !said.contains("s3cret"), "{said}");
}

#[test]
fn the_shown_configuration_hides_the_password() {
    let folder = tempfile::tempdir().unwrap();
    let url = "postgres://shop:s3cret@db.example:5432/shop";
    std::fs::write(folder.path().join("mercat.toml"), format!("store_url = \"{url}\"\n")).unwrap();
    let shown = run_well(folder.path(), &["config", "check"]);
    assert!(shown.contains("postgres://shop:***@db.example:5432/shop"), "{shown}");
    assert!(!shown.contains("s3cret"), "{shown}");
    let mut help = mercat(folder.path(), &["serve", "--help"]);
    let help = help.env("MERCAT_STORE_URL", url).output().unwrap();
    let help = String::from_utf8(help.stdout).unwrap();
    assert!(help.contains("MERCAT_STORE_URL") && !help.contains("s3cret"), "{help}");
}

#[test]
fn the_printed_document_is_the_committed_one() {
    let folder = tempfile::tempdir().unwrap();
    let printed = run_well(folder.path(), &["openapi"]);
    assert!(printed == include_str!("../../../http/openapi.json"), "run `cargo xtask openapi`");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "printing makes no shop");
}

#[test]
fn the_environment_is_honoured_and_the_command_line_wins() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = mercat(folder.path(), &["serve"]);
    command.env("MERCAT_DATA", "from-environment").env("MERCAT_LISTEN", "127.0.0.1:0");
    let server = Server::spawn(command);
    assert_ne!(server.address.port(), 8080);
    server.stop();
    assert!(folder.path().join("from-environment/shop.sqlite").exists());
    let mut command = mercat(folder.path(), &["--data", "from-line", "serve", "--listen", "127.0.0.1:0"]);
    command.env("MERCAT_DATA", "never").env("MERCAT_LISTEN", "192.0.2.1:1");
    Server::spawn(command).stop();
    assert!(folder.path().join("from-line").exists() && !folder.path().join("never").exists());
}
