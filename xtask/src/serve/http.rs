//! Just enough HTTP/1.1 for a browser: GET and HEAD, kept connections, conditional requests.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::thread;
use std::time::Duration;

use super::site::{Found, Site};

/// The longest request head that is read, in bytes.
const LONGEST_HEAD: u64 = 32 * 1024;
/// How much is sent by itself, with the answer's head: what `compress.mjs` makes the shell fit into.
const FIRST: usize = 4 * 1024;
/// Between the two.
const PAUSE: Duration = Duration::from_millis(2);
/// How long a kept connection may be silent.
const PATIENCE: Duration = Duration::from_secs(60);

/// What matters of a request.
#[derive(Debug, Default, PartialEq, Eq)]
struct Request {
    method: String,
    path: String,
    accept_encoding: String,
    if_none_match: String,
    close: bool,
}

impl Request {
    /// Whether it only reads, and so has no body.
    fn is_read(&self) -> bool {
        matches!(self.method.as_str(), "GET" | "HEAD")
    }
}

/// Answers the requests of one connection, one after the other, until it closes.
///
/// # Errors
///
/// When the connection breaks.
pub fn answer_all(stream: &TcpStream, site: &Site) -> io::Result<()> {
    stream.set_nodelay(true)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    let mut reader = BufReader::new(stream);
    let mut writer = stream;
    while let Some(request) = read_request(&mut reader)? {
        // The body of another method would be taken for the next request.
        let last = request.close || !request.is_read();
        let bytes = answer(&request, site);
        // A page's shell stands in its first bytes. Read by itself it is painted while the code
        // behind it is still on its way; a network delivers them so, the loopback needs a moment.
        let (shell, rest) = bytes.split_at(bytes.len().min(FIRST));
        writer.write_all(shell)?;
        if !rest.is_empty() {
            thread::sleep(PAUSE);
            writer.write_all(rest)?;
        }
        if last {
            break;
        }
    }
    Ok(())
}

/// Reads a request's head; `None` at the end of the connection.
fn read_request(reader: &mut impl BufRead) -> io::Result<Option<Request>> {
    let mut head = reader.take(LONGEST_HEAD);
    let mut line = String::new();
    if head.read_line(&mut line)? == 0 {
        return Ok(None);
    }
    let mut words = line.split_whitespace();
    let mut request = Request {
        method: words.next().unwrap_or_default().to_owned(),
        path: path(words.next().unwrap_or_default()),
        ..Request::default()
    };
    loop {
        line.clear();
        if head.read_line(&mut line)? == 0 {
            return Err(io::ErrorKind::InvalidData.into());
        }
        let Some((name, value)) = line.trim_end().split_once(':') else {
            return Ok(Some(request));
        };
        let value = value.trim();
        match name.to_ascii_lowercase().as_str() {
            "accept-encoding" => value.clone_into(&mut request.accept_encoding),
            "if-none-match" => value.clone_into(&mut request.if_none_match),
            "connection" => request.close = value.eq_ignore_ascii_case("close"),
            _ => {}
        }
    }
}

/// A request target's path, without its query, with `%41` and the like read.
fn path(target: &str) -> String {
    let path = target.split(['?', '#']).next().unwrap_or_default();
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let [first, tail @ ..] = rest {
        let code = tail
            .get(..2)
            .filter(|_| *first == b'%')
            .and_then(|digits| std::str::from_utf8(digits).ok())
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        bytes.push(code.unwrap_or(*first));
        rest = if code.is_some() {
            tail.get(2..).unwrap_or_default()
        } else {
            tail
        };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The whole answer, head and body.
fn answer(request: &Request, site: &Site) -> Vec<u8> {
    let head_only = request.method == "HEAD";
    if !request.is_read() {
        return message("405 Method Not Allowed", "only GET and HEAD", false);
    }
    let Found::File(file) = site.find(&request.path) else {
        return message("404 Not Found", "no such file", head_only);
    };
    let cache = if file.immutable {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    let mut head = format!("ETag: {}\r\nCache-Control: {cache}\r\n", file.etag);
    if file.varies() {
        head += "Vary: Accept-Encoding\r\n";
    }
    if request
        .if_none_match
        .split(',')
        .any(|tag| tag.trim() == file.etag)
    {
        return written("304 Not Modified", &head, &[], false, &file.policy);
    }
    let (body, encoding) = file.body(&request.accept_encoding);
    head += &format!("Content-Type: {}\r\n", file.mime);
    if let Some(encoding) = encoding {
        head += &format!("Content-Encoding: {encoding}\r\n");
    }
    head += &format!("Content-Length: {}\r\n", body.len());
    written("200 OK", &head, body, head_only, &file.policy)
}

/// The policy of what is no page.
const NOTHING: &str = "default-src 'none'";

fn message(status: &str, text: &str, head_only: bool) -> Vec<u8> {
    let head = format!(
        "Content-Type: text/plain; charset=utf-8\r\nContent-Length: {}\r\n",
        text.len()
    );
    written(status, &head, text.as_bytes(), head_only, NOTHING)
}

fn written(status: &str, head: &str, body: &[u8], head_only: bool, policy: &str) -> Vec<u8> {
    let mut bytes = format!(
        "HTTP/1.1 {status}\r\n{head}\
         Content-Security-Policy: {}\r\n\
         X-Content-Type-Options: nosniff\r\n\
         Referrer-Policy: no-referrer\r\n\
         Cross-Origin-Opener-Policy: same-origin\r\n\
         Permissions-Policy: camera=(), geolocation=(self), microphone=()\r\n\r\n",
        policy
    )
    .into_bytes();
    if !head_only {
        bytes.extend_from_slice(body);
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_is_read_to_its_empty_line() {
        let mut text =
            &b"GET /check?a=1 HTTP/1.1\r\nHost: x\r\nAccept-Encoding: br\r\n\r\nNEXT"[..];
        let request = read_request(&mut text).unwrap().unwrap();
        assert_eq!(request.method, "GET");
        assert_eq!(request.path, "/check");
        assert_eq!(request.accept_encoding, "br");
        assert!(!request.close);
        assert_eq!(text, b"NEXT");
    }

    #[test]
    fn a_broken_off_or_endless_head_is_an_error() {
        assert!(read_request(&mut &b"GET / HTTP/1.1\r\nHost: x\r\n"[..]).is_err());
        let endless = [b"GET / HTTP/1.1\r\nX: ".to_vec(), vec![b'a'; 40_000]].concat();
        assert!(read_request(&mut endless.as_slice()).is_err());
        assert_eq!(read_request(&mut &b""[..]).unwrap(), None);
    }

    #[test]
    fn a_path_is_decoded_and_its_query_dropped() {
        assert_eq!(path("/programmes/%E4%B8%80?x=%41#f"), "/programmes/一");
        assert_eq!(path("/50%"), "/50%");
        assert_eq!(path("/%zz"), "/%zz");
    }
}
