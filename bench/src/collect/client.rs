//! A client that costs little: prepared bodies in which only the message ids change, one thread a connection.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use anyhow::Context as _;
use base64::Engine as _;

use super::Server;

/// Digits of a message id.
const DIGITS: usize = 12;

/// Message ids of this process.
static NEXT: AtomicU64 = AtomicU64::new(0);

/// What a measurement saw.
#[derive(Default)]
pub(super) struct Figure {
    pub(super) seconds: f64,
    pub(super) requests: u64,
    /// Events that were acknowledged.
    pub(super) accepted: u64,
    /// Requests that were told to come back.
    pub(super) refused: u64,
    latencies_ms: Vec<f64>,
}

impl Figure {
    pub(super) fn requests_per_second(&self) -> f64 {
        self.requests as f64 / self.seconds
    }

    /// The latency below which a share of the requests lies.
    pub(super) fn at_ms(&self, share: f64) -> f64 {
        let last = self.latencies_ms.len().saturating_sub(1);
        let found = self.latencies_ms.get((last as f64 * share) as usize).copied().unwrap_or_default();
        (found * 100.0).round() / 100.0
    }

    pub(super) fn join(mut self, other: Figure) -> Self {
        self.requests += other.requests;
        self.accepted += other.accepted;
        self.refused += other.refused;
        self.latencies_ms.extend(other.latencies_ms);
        self
    }

    fn sorted(mut self, seconds: f64) -> Self {
        self.seconds = seconds;
        self.latencies_ms.sort_by(f64::total_cmp);
        self
    }
}

/// A request whose message ids are numbered anew each time.
pub(super) struct Body {
    bytes: Vec<u8>,
    ids: Vec<usize>,
}

impl Body {
    /// A batch as a browser's client sends it: a product view with its page, campaign and device.
    pub(super) fn batch(key: &str, events: usize) -> Self {
        let zeros = "0".repeat(DIGITS);
        let event = |n: usize| {
            format!(
                "{{\"type\":\"track\",\"event\":\"Product Viewed\",\"messageId\":\"bench-{zeros}\",\
                 \"anonymousId\":\"visitor-{n:04}\",\"timestamp\":\"2026-03-01T12:00:00.000Z\",\
                 \"properties\":{{\"product_id\":\"SKU-{n:04}\",\"name\":\"A product of the shop\",\"price\":19.9,\
                 \"currency\":\"CNY\",\"quantity\":1,\"category\":\"Kitchen\"}},\
                 \"context\":{{\"page\":{{\"url\":\"https://shop.example/zh-CN/p/product-{n}\",\
                 \"path\":\"/zh-CN/p/product-{n}\",\"title\":\"A product\",\"referrer\":\"https://search.example/\"}},\
                 \"campaign\":{{\"source\":\"newsletter\",\"medium\":\"mail\",\"name\":\"spring\"}},\
                 \"locale\":\"zh-CN\",\"sessionId\":\"1700000000000\",\
                 \"userAgent\":\"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36\",\
                 \"library\":{{\"name\":\"bench\",\"version\":\"1\"}}}}}}"
            )
        };
        let events: Vec<String> = (0..events).map(event).collect();
        let body = format!("{{\"batch\":[{}]}}", events.join(","));
        let user = base64::prelude::BASE64_STANDARD.encode(format!("{key}:"));
        let head = format!(
            "POST /v1/batch HTTP/1.1\r\nHost: bench\r\nAuthorization: Basic {user}\r\n\
             Content-Type: application/json\r\nContent-Length: {}\r\n\r\n",
            body.len()
        );
        let bytes = format!("{head}{body}").into_bytes();
        let mark = format!("bench-{zeros}").into_bytes();
        let ids = bytes.windows(mark.len()).enumerate().filter(|(_, window)| *window == mark);
        let ids = ids.map(|(at, _)| at + mark.len() - DIGITS).collect();
        Body { bytes, ids }
    }

    fn health() -> Self {
        let head = "GET /healthz HTTP/1.1\r\nHost: bench\r\n\r\n";
        Body { bytes: head.as_bytes().to_vec(), ids: Vec::new() }
    }

    fn number(&mut self) {
        let first = NEXT.fetch_add(self.ids.len() as u64, Ordering::Relaxed);
        for (number, at) in (first..).zip(&self.ids) {
            let text = format!("{number:0width$}", width = DIGITS);
            self.bytes[*at..*at + DIGITS].copy_from_slice(text.as_bytes());
        }
    }
}

/// Sends a request; gives the status and the body.
pub(crate) fn send(stream: &mut BufReader<TcpStream>, bytes: &[u8]) -> anyhow::Result<(u16, String)> {
    stream.get_mut().write_all(bytes)?;
    let (mut status, mut length, mut line) = (0, 0, String::new());
    loop {
        line.clear();
        anyhow::ensure!(stream.read_line(&mut line)? > 0, "the server closed the connection");
        let text = line.trim_end();
        if text.is_empty() {
            break;
        }
        if let Some(rest) = text.strip_prefix("HTTP/1.1 ") {
            status = rest.get(..3).unwrap_or_default().parse()?;
        }
        if let Some((name, value)) = text.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse()?;
        }
    }
    let mut body = vec![0; length];
    stream.read_exact(&mut body)?;
    Ok((status, String::from_utf8_lossy(&body).into_owned()))
}

fn connect(address: SocketAddr) -> anyhow::Result<BufReader<TcpStream>> {
    let stream = TcpStream::connect(address)?;
    stream.set_nodelay(true)?;
    Ok(BufReader::new(stream))
}

/// One connection until the time is over. A request that is refused is sent again with the same messages.
pub(super) fn worker(address: SocketAddr, mut body: Body, until: Instant) -> anyhow::Result<Figure> {
    let mut figure = Figure::default();
    let mut stream = connect(address)?;
    let events = body.ids.len() as u64;
    while Instant::now() < until {
        body.number();
        loop {
            let sent = Instant::now();
            let answered = send(&mut stream, &body.bytes);
            figure.requests += 1;
            match answered {
                Ok((200, text)) => {
                    figure.latencies_ms.push(sent.elapsed().as_secs_f64() * 1e3);
                    figure.accepted += taken(&text, events)?;
                    break;
                }
                Ok((429 | 503, _)) => figure.refused += 1,
                Ok((status, text)) => anyhow::bail!("{status}: {text}"),
                // A refusal before the body was read may end the connection.
                Err(_) => {
                    figure.refused += 1;
                    stream = connect(address)?;
                }
            }
        }
    }
    Ok(figure)
}

/// Events that an answer acknowledges: new ones and those that came in with a try before.
fn taken(text: &str, events: u64) -> anyhow::Result<u64> {
    if events == 0 {
        return Ok(0);
    }
    let answer: serde_json::Value = serde_json::from_str(text).context("the answer of a batch")?;
    Ok(answer["accepted"].as_u64().unwrap_or(0) + answer["repeated"].as_u64().unwrap_or(0))
}

fn together(
    address: SocketAddr,
    connections: usize,
    time: Duration,
    body: impl Fn() -> Body + Sync,
) -> anyhow::Result<Figure> {
    let started = Instant::now();
    let figures = std::thread::scope(|scope| {
        let spawned: Vec<_> =
            (0..connections).map(|_| scope.spawn(|| worker(address, body(), started + time))).collect();
        spawned.into_iter().map(|thread| thread.join().expect("a worker does not panic")).collect::<Vec<_>>()
    });
    let figures = figures.into_iter().collect::<anyhow::Result<Vec<Figure>>>()?;
    let all = figures.into_iter().fold(Figure::default(), Figure::join);
    Ok(all.sorted(started.elapsed().as_secs_f64()))
}

/// Requests for `/healthz`.
pub(super) fn health(address: SocketAddr, connections: usize, time: Duration) -> anyhow::Result<Figure> {
    together(address, connections, time, Body::health)
}

/// Batches of so many events.
pub(super) fn measure(
    server: &Server,
    connections: usize,
    events: usize,
    time: Duration,
) -> anyhow::Result<Figure> {
    together(server.address, connections, time, || Body::batch(&server.key, events))
}
