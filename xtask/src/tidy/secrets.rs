//! Rule: no file that looks like a secret: private keys, key files, environment files.

use super::Report;
use super::tree::Tree;

const ENDINGS: &[&str] = &[".pem", ".key", ".p12", ".pfx", ".jks", ".keystore"];
const NAMES: &[&str] = &[".env", ".netrc", ".npmrc", ".pgpass", "id_rsa", "id_ed25519", "credentials.json"];
const REMEDY: &str = "remove it, change the secret, and read it from the environment";

/// In pieces, so that this file passes its own rule. The same words open every kind of private key (RFC 7468).
const KEY_WORDS: [&str; 2] = ["PRIVATE", " KEY-----"];

pub(super) fn check(tree: &Tree, report: &mut Report) {
    let key = KEY_WORDS.concat();
    for file in &tree.files {
        let name = file.path.rsplit('/').next().unwrap_or(&file.path);
        if NAMES.contains(&name) || ENDINGS.iter().any(|ending| name.ends_with(ending)) {
            report.push((file.path.clone(), 1, format!("`{name}` looks like a secret; {REMEDY}")));
        }
        let lines = file.text.as_deref().unwrap_or_default().lines().enumerate();
        for (index, _) in lines.filter(|(_, line)| line.contains("-----BEGIN") && line.contains(&key)) {
            report.push((file.path.clone(), index + 1, format!("a private key begins here; {REMEDY}")));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::tests::broken;

    #[test]
    fn key_files_and_keys_in_text_fail() {
        for path in ["a/server.pem", ".env", "deploy/id_rsa"] {
            assert_eq!(broken(check, &[(path, "")]).len(), 1, "{path}");
        }
        let text = ["a\n-----BEGIN RSA ", "PRIVATE", " KEY-----\n"].concat();
        assert_eq!(
            broken(check, &[("a.rs", &text)]),
            [
                "a.rs:2: a private key begins here; remove it, change the secret, and read it from the environment"
            ]
        );
    }

    #[test]
    fn other_files_pass() {
        let text = "-----BEGIN CERTIFICATE-----";
        assert_eq!(broken(check, &[("a/key.rs", text), ("docs/environment.md", "")]), [""; 0]);
    }
}
