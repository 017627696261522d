//! A small server for the finished page: static files under any path, nothing else.

use std::{
    fs,
    io::{self, BufRead, BufReader, Write},
    net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    path::{Component, Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread::{self, JoinHandle},
    time::Duration,
};

use crate::{Args, Result, dist};

const LOCAL: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);
const PORTS: std::ops::Range<u16> = 8080..8100;

/// `cargo xtask serve`: until it is interrupted.
pub(crate) fn command(args: &Args) -> Result<()> {
    let host = match args.value("--host") {
        Some(text) => text
            .parse()
            .map_err(|_| format!("`{text}` is no IP address"))?,
        None => LOCAL,
    };
    let base = args.value("--base").unwrap_or("/");
    if !dist().join("index.html").is_file() {
        return Err("there is no dist/index.html yet: cargo xtask build".into());
    }
    let start = |port| Server::start(&dist(), base, SocketAddr::new(host, port));
    let server = match args.port()? {
        Some(port) => start(port),
        // Without a wish, the first free port of a few that look familiar.
        None => PORTS
            .map(start)
            .find(Result::is_ok)
            .unwrap_or_else(|| start(0)),
    }?;
    println!("\n  {}\n\nCtrl+C ends it.", server.url());
    server.wait();
    Ok(())
}

/// Serves a folder from threads of its own until it is dropped.
pub struct Server {
    url: String,
    address: SocketAddr,
    stop: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Serves `folder` under the path `base`. Port 0 takes any free one.
    ///
    /// # Errors
    /// The address is taken or not allowed.
    pub fn start(folder: &Path, base: &str, address: SocketAddr) -> Result<Self> {
        let fail = |error: io::Error| format!("cannot listen on {address}: {error}");
        let listener = TcpListener::bind(address).map_err(fail)?;
        let address = listener.local_addr().map_err(fail)?;
        let base = match base.trim_matches('/') {
            "" => "/".to_owned(),
            inner => format!("/{inner}/"),
        };
        let url = format!("http://{address}{base}");
        let site = Arc::new(Site {
            folder: folder.to_owned(),
            base,
        });
        let stop = Arc::new(AtomicBool::new(false));
        let stopped = Arc::clone(&stop);
        let thread = thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if stopped.load(Ordering::Relaxed) {
                    break;
                }
                let site = Arc::clone(&site);
                // A visitor who hangs up early is no concern of ours.
                thread::spawn(move || site.answer(stream).ok());
            }
        });
        Ok(Self {
            url,
            address,
            stop,
            thread: Some(thread),
        })
    }

    /// On this machine only, at any free port.
    ///
    /// # Errors
    /// No port is free.
    pub fn local(folder: &Path, base: &str) -> Result<Self> {
        Self::start(folder, base, SocketAddr::new(LOCAL, 0))
    }

    /// The page's address, with a slash at the end.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The address that it listens on.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    fn wait(mut self) {
        if let Some(thread) = self.thread.take() {
            // The thread ends only with the process.
            let _ = thread.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        // Wakes the thread that waits for a visitor.
        drop(TcpStream::connect(self.address));
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

struct Site {
    folder: PathBuf,
    base: String,
}

impl Site {
    fn answer(&self, stream: TcpStream) -> io::Result<()> {
        stream.set_read_timeout(Some(Duration::from_secs(30)))?;
        let mut reader = BufReader::new(&stream);
        let mut request = String::new();
        reader.read_line(&mut request)?;
        let mut header = String::new();
        while reader.read_line(&mut header)? > 2 {
            header.clear();
        }
        let mut words = request.split(' ');
        let (method, target) = (words.next(), words.next().unwrap_or_default());
        let target = target.split(['?', '#']).next().unwrap_or_default();
        let body_wanted = match method {
            Some("GET") => true,
            Some("HEAD") => false,
            _ => return respond(&stream, "405 Method Not Allowed", "text/plain", b"", true),
        };
        if format!("{target}/") == self.base {
            let redirect = format!(
                "HTTP/1.1 301 Moved Permanently\r\nlocation: {}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n",
                self.base
            );
            return (&stream).write_all(redirect.as_bytes());
        }
        let found = self.path(target).and_then(|path| {
            let bytes = fs::read(&path).ok()?;
            Some((path, bytes))
        });
        match found {
            Some((path, bytes)) => respond(&stream, "200 OK", mime(&path), &bytes, body_wanted),
            None => respond(
                &stream,
                "404 Not Found",
                "text/plain",
                b"not found",
                body_wanted,
            ),
        }
    }

    /// The file that a path means, if it is inside the folder.
    fn path(&self, target: &str) -> Option<PathBuf> {
        let inner = decode(target.strip_prefix(&self.base)?)?;
        let inner = if inner.is_empty() {
            "index.html"
        } else {
            &inner
        };
        let inner = Path::new(inner);
        let plain = |part| matches!(part, Component::Normal(_));
        inner
            .components()
            .all(plain)
            .then(|| self.folder.join(inner))
    }
}

fn respond(
    mut stream: &TcpStream,
    status: &str,
    mime: &str,
    bytes: &[u8],
    body: bool,
) -> io::Result<()> {
    let head = format!(
        "HTTP/1.1 {status}\r\ncontent-type: {mime}\r\ncontent-length: {}\r\ncache-control: no-cache\r\nx-content-type-options: nosniff\r\nconnection: close\r\n\r\n",
        bytes.len()
    );
    stream.write_all(head.as_bytes())?;
    if body {
        stream.write_all(bytes)?;
    }
    stream.flush()
}

fn mime(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("json" | "webmanifest") => "application/json",
        Some("txt" | "md") => "text/plain; charset=utf-8",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}

/// Undoes percent encoding; nothing for broken or non-UTF-8 input.
fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next()?, rest.next()?];
            let digits = std::str::from_utf8(&digits).ok()?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site() -> Site {
        Site {
            folder: PathBuf::from("/srv"),
            base: "/x/".into(),
        }
    }

    #[test]
    fn paths_stay_in_the_folder() {
        assert_eq!(site().path("/x/"), Some("/srv/index.html".into()));
        assert_eq!(site().path("/x/a%20b.js"), Some("/srv/a b.js".into()));
        assert_eq!(site().path("/y/a.js"), None);
        assert_eq!(site().path("/x/../secret"), None);
        assert_eq!(site().path("/x/%2e%2e/secret"), None);
        assert_eq!(site().path("/x//etc/passwd"), None);
        assert_eq!(site().path("/x/%zz"), None);
    }
}
