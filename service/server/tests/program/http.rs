//! A small HTTP/1.1 client over a TCP stream: one request a connection.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// Longest time that a test waits for anything; only a broken program takes that long.
pub(crate) const PATIENCE: Duration = Duration::from_secs(90);

/// An answer, read whole.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: String,
}

impl Answer {
    /// The first text of this name in the JSON body.
    pub(crate) fn text(&self, name: &str) -> String {
        texts(&self.body, name).into_iter().next().unwrap_or_else(|| panic!("no `{name}` in {}", self.body))
    }

    /// The first number of this name in the JSON body.
    pub(crate) fn number(&self, name: &str) -> i64 {
        let mark = format!("\"{name}\":");
        let values = self.body.split(&mark).skip(1);
        let number = values.filter_map(|rest| rest.split([',', '}']).next()?.parse().ok()).next();
        number.unwrap_or_else(|| panic!("no number `{name}` in {}", self.body))
    }
}

/// Every text of this name in a JSON body, in order; escapes stay as they are.
pub(crate) fn texts(json: &str, name: &str) -> Vec<String> {
    let mark = format!("\"{name}\":\"");
    json.split(&mark).skip(1).map(|rest| rest.split('"').next().unwrap_or_default().to_owned()).collect()
}

/// Who asks: their cookie and CSRF token.
#[derive(Debug, Clone)]
pub(crate) struct Person {
    pub(crate) cookie: String,
    pub(crate) csrf: String,
}

impl Person {
    /// The person of a sign-in's answer.
    pub(crate) fn of(answer: &Answer) -> Self {
        let cookie = answer.head.lines().find_map(|line| line.strip_prefix("set-cookie: ")).unwrap();
        Person { cookie: cookie.split(';').next().unwrap().to_owned(), csrf: answer.text("csrf_token") }
    }
}

/// The head and body of a request; one with a key is a change.
pub(crate) fn request(method: &str, path: &str, person: Option<&Person>, key: &str, body: &str) -> String {
    let mut head = format!("{method} {path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n");
    if let Some(Person { cookie, csrf }) = person {
        head.push_str(&format!("cookie: {cookie}\r\nx-csrf-token: {csrf}\r\n"));
    }
    if !key.is_empty() {
        let length = body.len();
        head.push_str(&format!(
            "idempotency-key: {key}\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n"
        ));
    }
    format!("{head}\r\n{body}")
}

/// A connection with patience.
pub(crate) fn connect(address: SocketAddr) -> std::io::Result<TcpStream> {
    let stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    Ok(stream)
}

/// Sends a request and reads the answer; an error when the server goes away.
pub(crate) fn try_send(address: SocketAddr, request: &str) -> std::io::Result<Answer> {
    let mut stream = connect(address)?;
    stream.write_all(request.as_bytes())?;
    read_answer(&mut stream)
}

/// Reads an answer up to the end of the connection.
pub(crate) fn read_answer(stream: &mut TcpStream) -> std::io::Result<Answer> {
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes)?;
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let cut = || std::io::Error::new(std::io::ErrorKind::UnexpectedEof, format!("cut off: {text}"));
    let (head, body) = text.split_once("\r\n\r\n").ok_or_else(cut)?;
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).ok_or_else(cut)?;
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
    if length.is_some_and(|length| length.parse() != Ok(body.len())) {
        return Err(cut());
    }
    Ok(Answer { status, head: head.to_owned(), body: body.to_owned() })
}
