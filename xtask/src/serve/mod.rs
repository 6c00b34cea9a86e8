//! A small static server for the built site: enough for one developer and the browser tests.

mod http;
mod site;

use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::thread;

use crate::fault::{Fault, Outcome};
use crate::project::Project;

/// Serves the built site until the process is stopped.
///
/// # Errors
///
/// If the site is not built or the port is taken.
pub fn forever(project: &Project, port: u16) -> Outcome {
    let (address, server) = start(project, port)?;
    println!("\nServing on http://{address} (stop with Ctrl+C)");
    server
        .join()
        .map_err(|_| Fault::new("the server stopped unexpectedly"))
}

/// Starts serving in a thread and says on which address; port 0 takes any that is free.
///
/// # Errors
///
/// As [`forever`].
pub fn start(project: &Project, port: u16) -> Outcome<(SocketAddr, thread::JoinHandle<()>)> {
    let site = Arc::new(site::Site::read(&project.dist())?);
    let listener = TcpListener::bind(("127.0.0.1", port)).map_err(|e| {
        Fault::new(format!("cannot listen on 127.0.0.1:{port}: {e}"))
            .help("stop the other program, or choose another port with `--port`")
    })?;
    let address = listener
        .local_addr()
        .map_err(|e| Fault::new(format!("the system names no address: {e}")))?;
    let server = thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let site = Arc::clone(&site);
            // A visitor who leaves in mid-sentence is nobody's fault and not worth a line.
            thread::spawn(move || http::answer_all(&stream, &site).ok());
        }
    });
    Ok((address, server))
}
