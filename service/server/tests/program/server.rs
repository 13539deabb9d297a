//! Starts and ends the program; what it prints is kept.

use std::io::{BufRead as _, BufReader, Read};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use crate::http::{Answer, PATIENCE, Person, request, try_send};

static KEYS: AtomicU64 = AtomicU64::new(1);

/// The program in a folder, without the settings of this machine.
pub(crate) fn mercat(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_mercat"));
    command.current_dir(folder).args(arguments).stdin(Stdio::null());
    for name in ["MERCAT_DATA", "MERCAT_CONFIG", "MERCAT_STORE_URL", "MERCAT_LISTEN", "MERCAT_PUBLIC_URL"] {
        command.env_remove(name);
    }
    command
}

/// Runs a command to its end.
pub(crate) fn run(folder: &Path, arguments: &[&str]) -> Output {
    mercat(folder, arguments).output().unwrap()
}

/// Runs a command that must go well; its answer.
pub(crate) fn run_well(folder: &Path, arguments: &[&str]) -> String {
    let output = run(folder, arguments);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments:?}: {errors}");
    String::from_utf8(output.stdout).unwrap()
}

/// Waits until `done` gives something; fails loudly when patience ends.
pub(crate) fn wait_for<T>(what: &str, mut done: impl FnMut() -> Option<T>) -> T {
    let started = Instant::now();
    loop {
        if let Some(value) = done() {
            return value;
        }
        assert!(started.elapsed() < PATIENCE, "waited in vain for {what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

type Kept = Arc<Mutex<String>>;

/// Keeps what a stream says.
fn keep(stream: impl Read + Send + 'static) -> (Kept, JoinHandle<()>) {
    let kept = Kept::default();
    let into = Arc::clone(&kept);
    let reader = std::thread::spawn(move || {
        for line in BufReader::new(stream).lines().map_while(Result::ok) {
            let mut kept = into.lock().unwrap();
            kept.push_str(&line);
            kept.push('\n');
        }
    });
    (kept, reader)
}

/// A running server; it is killed with this value.
pub(crate) struct Server {
    child: Child,
    pub(crate) address: SocketAddr,
    /// From the start to the first answer.
    pub(crate) start_time: Duration,
    said: Kept,
    logged: Kept,
    readers: Vec<JoinHandle<()>>,
}

/// What a server said until it ended.
pub(crate) struct Ended {
    pub(crate) status: ExitStatus,
    pub(crate) said: String,
    pub(crate) logged: String,
}

impl Server {
    /// `serve` or `demo` on a free port; waits until it is ready.
    pub(crate) fn start(folder: &Path, arguments: &[&str]) -> Self {
        let mut command = mercat(folder, arguments);
        command.args(["--listen", "127.0.0.1:0"]);
        Server::spawn(command)
    }

    /// A command that serves.
    pub(crate) fn spawn(mut command: Command) -> Self {
        let started = Instant::now();
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let (said, said_reader) = keep(child.stdout.take().unwrap());
        let (logged, logged_reader) = keep(child.stderr.take().unwrap());
        let mut readers = vec![said_reader, logged_reader];
        let address = wait_for("the address", || {
            if let Some(status) = child.try_wait().unwrap() {
                readers.drain(..).for_each(|reader| reader.join().unwrap());
                panic!("ended with {status}: {}", logged.lock().unwrap());
            }
            let said = said.lock().unwrap();
            said.lines().find_map(|line| line.strip_prefix("listening on http://")?.parse().ok())
        });
        let mut server = Server { child, address, start_time: Duration::ZERO, said, logged, readers };
        assert_eq!(server.get("/readyz").status, 200);
        server.start_time = started.elapsed();
        server
    }

    /// What it printed so far.
    pub(crate) fn said(&self) -> String {
        self.said.lock().unwrap().clone()
    }

    /// The rest of the printed line that begins with `head`.
    pub(crate) fn line(&self, head: &str) -> String {
        wait_for(head, || self.said().lines().find_map(|line| line.strip_prefix(head).map(str::to_owned)))
    }

    pub(crate) fn send(&self, request: &str) -> Answer {
        try_send(self.address, request).unwrap()
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        self.send(&request("GET", path, None, "", ""))
    }

    /// Reads what a person may see.
    pub(crate) fn get_as(&self, person: &Person, path: &str) -> Answer {
        let answer = self.send(&request("GET", path, Some(person), "", ""));
        assert_eq!(answer.status, 200, "{path}: {}", answer.body);
        answer
    }

    /// Sends JSON with a key of its own.
    pub(crate) fn change(&self, method: &str, path: &str, person: Option<&Person>, body: &str) -> Answer {
        let key = format!("key-{}", KEYS.fetch_add(1, Ordering::Relaxed));
        self.send(&request(method, path, person, &key, body))
    }

    pub(crate) fn sign_in(&self, email: &str, password: &str) -> Person {
        let body = format!("{{\"email\":\"{email}\",\"password\":\"{password}\"}}");
        let answer = self.change("POST", "/api/admin/v1/session", None, &body);
        assert_eq!(answer.status, 200, "{}", answer.body);
        Person::of(&answer)
    }

    /// Signs the demo's admin in with the password that was printed.
    pub(crate) fn demo_admin(&self) -> Person {
        let line = self.line("admin: ");
        let (email, password) = line.split_once(' ').unwrap();
        self.sign_in(email, password)
    }

    /// Asks it to end, as a service manager does.
    pub(crate) fn terminate(&self) {
        let pid = self.child.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &pid]).status().unwrap().success());
    }

    /// Waits for its end.
    pub(crate) fn ended(mut self) -> Ended {
        let status = wait_for("the end", || self.child.try_wait().unwrap());
        self.readers.drain(..).for_each(|reader| reader.join().unwrap());
        let logged = self.logged.lock().unwrap().clone();
        Ended { status, said: self.said(), logged }
    }

    /// Asks it to end and waits.
    pub(crate) fn stop(self) -> Ended {
        self.terminate();
        let ended = self.ended();
        assert_eq!(ended.status.code(), Some(0), "{}", ended.logged);
        ended
    }

    /// Ends it without any warning.
    pub(crate) fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
