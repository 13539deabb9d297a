//! Whether a PostgreSQL answers where the tests look for one.
//!
//! Only the first bytes of the protocol are spoken; no query, no password. The password of the address is
//! never printed.

use std::io::{Read, Write};
use std::net::{TcpStream, ToSocketAddrs};
use std::time::Duration;

/// Where the tests look when `MERCAT_TEST_POSTGRES_URL` is not set.
const URL_DEFAULT: &str = "postgres://postgres@127.0.0.1:5432/postgres";

/// A local server answers in a millisecond; two seconds also cover one across a network.
const PROBE_TIMEOUT: Duration = Duration::from_secs(2);

/// The SSLRequest message: length 8 and the code 80877103 (PostgreSQL documentation, "Message Formats").
const SSL_REQUEST: [u8; 8] = [0, 0, 0, 8, 0x04, 0xd2, 0x16, 0x2f];

/// The address, without user and password, and whether a PostgreSQL answers there.
pub(crate) fn probe() -> (String, bool) {
    let url = std::env::var("MERCAT_TEST_POSTGRES_URL").unwrap_or_else(|_| String::from(URL_DEFAULT));
    let address = address(&url);
    let answers = answers(&address);
    (address, answers)
}

/// `host:port` of a URL or of a `host=… port=…` string.
fn address(url: &str) -> String {
    let Some((_, after_scheme)) = url.split_once("://") else {
        let value = |key: &str, otherwise: &str| {
            let found = url.split_whitespace().find_map(|pair| pair.strip_prefix(key)?.strip_prefix('='));
            found.unwrap_or(otherwise).to_owned()
        };
        return format!("{}:{}", value("host", "127.0.0.1"), value("port", "5432"));
    };
    let authority = after_scheme.split(['/', '?']).next().unwrap_or_default();
    let host = authority.rsplit('@').next().unwrap_or_default();
    let has_port = host.rsplit(':').next().is_some_and(|port| {
        host.contains(':') && !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit())
    });
    if has_port { host.to_owned() } else { format!("{host}:5432") }
}

fn answers(address: &str) -> bool {
    let Ok(candidates) = address.to_socket_addrs() else {
        return false;
    };
    candidates.into_iter().any(|candidate| {
        let Ok(mut stream) = TcpStream::connect_timeout(&candidate, PROBE_TIMEOUT) else {
            return false;
        };
        let mut reply = [0];
        stream.set_read_timeout(Some(PROBE_TIMEOUT)).is_ok()
            && stream.write_all(&SSL_REQUEST).is_ok()
            && stream.read_exact(&mut reply).is_ok()
            && matches!(reply[0], b'S' | b'N')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_is_read_without_its_password() {
        for (url, expect) in [
            (URL_DEFAULT, "127.0.0.1:5432"),
            ("postgresql://u:p%40ss@db.example:6000/shop?sslmode=disable", "db.example:6000"),
            ("postgres://db.example/shop", "db.example:5432"),
            ("postgres://u@[::1]:5433/shop", "[::1]:5433"),
            ("host=db.example user=u password=secret", "db.example:5432"),
        ] {
            assert_eq!(address(url), expect, "of `{url}`");
        }
    }

    #[test]
    fn a_server_of_another_kind_is_not_taken_for_postgresql() {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let other = std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n").unwrap();
        });
        assert!(!answers(&address));
        other.join().unwrap();
    }
}
