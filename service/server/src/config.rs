//! The configuration: a TOML file, then the environment, then the command line; the later wins.

use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use serde::{Deserialize, Serialize};

/// Where the shop listens unless told otherwise.
pub(crate) const DEFAULT_LISTEN: &str = "127.0.0.1:8080";

/// Where the shop keeps its data unless told otherwise.
const DEFAULT_DATA: &str = "mercat-data";

/// The configuration as a file writes it.
#[derive(Debug, Clone, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct ConfigFile {
    /// The folder of data.
    pub(crate) data: Option<PathBuf>,
    /// Address and port.
    pub(crate) listen: Option<SocketAddr>,
    /// The address that people type, such as `https://shop.example`.
    pub(crate) public_url: Option<String>,
    /// Proxies whose `X-Forwarded-For` is believed.
    pub(crate) trusted_proxies: Vec<IpAddr>,
    /// `postgres://…`; without it the shop is embedded in the data folder.
    pub(crate) store_url: Option<String>,
    pub(crate) log: LogConfig,
}

/// What is logged.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct LogConfig {
    /// `text` or `json`.
    pub(crate) format: LogFormat,
    /// Levels in the form of `tracing`, such as `info,mercat_store=debug`.
    pub(crate) level: String,
}

impl Default for LogConfig {
    fn default() -> Self {
        LogConfig { format: LogFormat::Text, level: "info".to_owned() }
    }
}

#[derive(Debug, Clone, Copy, Deserialize, Serialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub(crate) enum LogFormat {
    Text,
    Json,
}

/// What the command line and the environment say.
#[derive(Debug, Clone, Default)]
pub(crate) struct Given {
    pub(crate) config: Option<PathBuf>,
    pub(crate) data: Option<PathBuf>,
    pub(crate) listen: Option<SocketAddr>,
    pub(crate) public_url: Option<String>,
    pub(crate) store_url: Option<String>,
}

/// The configuration that holds.
#[derive(Debug, Clone)]
pub(crate) struct Config {
    pub(crate) data: PathBuf,
    pub(crate) listen: SocketAddr,
    pub(crate) public_url: Option<String>,
    pub(crate) trusted_proxies: Vec<IpAddr>,
    pub(crate) store_url: Option<String>,
    pub(crate) log: LogConfig,
}

impl Config {
    /// Reads the file, if one is named or `mercat.toml` stands here, and lays the rest over it.
    pub(crate) fn load(given: Given) -> anyhow::Result<Self> {
        let file = match &given.config {
            Some(path) => read(path)?,
            None if Path::new("mercat.toml").exists() => read(Path::new("mercat.toml"))?,
            None => ConfigFile::default(),
        };
        let listen = given.listen.or(file.listen);
        Ok(Config {
            data: given.data.or(file.data).unwrap_or_else(|| DEFAULT_DATA.into()),
            listen: listen.map_or_else(|| DEFAULT_LISTEN.parse(), Ok)?,
            public_url: given.public_url.or(file.public_url).map(|url| url.trim_end_matches('/').to_owned()),
            trusted_proxies: file.trusted_proxies,
            store_url: given.store_url.or(file.store_url),
            log: file.log,
        })
    }

    /// Refuses what can't work or would not be safe.
    pub(crate) fn check(&self) -> anyhow::Result<()> {
        if let Some(url) = &self.public_url {
            let (scheme, host) = url.split_once("://").unwrap_or(("", ""));
            if !matches!(scheme, "http" | "https") || host.is_empty() || host.contains('/') {
                bail!("`public_url = \"{url}\"` is not an address like `https://shop.example`");
            }
            let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
            let local = matches!(name, "localhost" | "127.0.0.1" | "[::1]");
            if scheme == "http" && !local {
                bail!(
                    "`public_url = \"{url}\"` is not https: browsers keep the session cookie (`__Host-…`) only for \
                     https, put a proxy with a certificate in front"
                );
            }
        }
        let has_https = self.public_url.as_deref().is_some_and(|url| url.starts_with("https://"));
        if !self.listen.ip().is_loopback() && !has_https {
            bail!(
                "`listen = \"{}\"` is open to other machines without https: listen on 127.0.0.1, or put a proxy with \
                 a certificate in front and say `public_url = \"https://…\"`",
                self.listen
            );
        }
        if let Some(url) = &self.store_url
            && !url.starts_with("postgres://")
            && !url.starts_with("postgresql://")
        {
            bail!("`store_url` does not begin with `postgres://`: leave it out for the embedded store");
        }
        Ok(())
    }

    /// The configuration as TOML, without secrets.
    pub(crate) fn shown(&self) -> anyhow::Result<String> {
        let shown = ConfigFile {
            data: Some(self.data.clone()),
            listen: Some(self.listen),
            public_url: self.public_url.clone(),
            trusted_proxies: self.trusted_proxies.clone(),
            store_url: self.store_url.as_deref().map(without_password),
            log: self.log.clone(),
        };
        Ok(toml::to_string(&shown)?)
    }
}

fn read(path: &Path) -> anyhow::Result<ConfigFile> {
    let text =
        std::fs::read_to_string(path).with_context(|| format!("`{}` can't be read", path.display()))?;
    // The error of the parser names line, column and the keys that there are.
    toml::from_str(&text).with_context(|| format!("`{}`", path.display()))
}

/// `postgres://user:***@host/…`
fn without_password(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else { return "***".to_owned() };
    match rest.rsplit_once('@') {
        Some((user, place)) => {
            let name = user.split(':').next().unwrap_or_default();
            format!("{scheme}://{name}:***@{place}")
        }
        None => url.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn config(listen: &str, public_url: Option<&str>) -> Config {
        Config {
            data: "data".into(),
            listen: listen.parse().unwrap(),
            public_url: public_url.map(str::to_owned),
            trusted_proxies: Vec::new(),
            store_url: None,
            log: LogConfig::default(),
        }
    }

    #[test]
    fn plain_http_stays_on_this_machine() {
        assert!(config("127.0.0.1:80", None).check().is_ok());
        assert!(config("[::1]:80", None).check().is_ok());
        assert!(config("0.0.0.0:80", None).check().is_err());
        assert!(config("0.0.0.0:80", Some("https://shop.example")).check().is_ok());
        assert!(config("0.0.0.0:80", Some("http://shop.example")).check().is_err());
        assert!(config("127.0.0.1:80", Some("http://localhost:8080")).check().is_ok());
        assert!(config("127.0.0.1:80", Some("shop.example")).check().is_err());
    }

    #[test]
    fn passwords_are_not_shown() {
        let shown = without_password("postgres://shop:s3cret@db.example:5432/shop");
        assert_eq!(shown, "postgres://shop:***@db.example:5432/shop");
    }

    #[test]
    fn unknown_keys_are_told() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("mercat.toml");
        std::fs::write(&path, "listen = \"127.0.0.1:1\"\nlisten_on = 5\n").unwrap();
        let error = format!("{:#}", read(&path).unwrap_err());
        assert!(error.contains("line 2") && error.contains("listen_on"), "{error}");
    }

    #[test]
    fn the_command_line_wins() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("mercat.toml");
        std::fs::write(&path, "listen = \"127.0.0.1:1\"\ndata = \"a\"\n").unwrap();
        let given = Given { config: Some(path), data: Some("b".into()), ..Given::default() };
        let config = Config::load(given).unwrap();
        assert_eq!((config.data, config.listen.port()), (PathBuf::from("b"), 1));
    }
}
