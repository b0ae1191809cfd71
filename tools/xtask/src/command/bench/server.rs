//! A web server on 127.0.0.1 for the pages and the published files, all compressed with brotli.

use super::page;
use crate::context::Context;
use crate::files;
use anyhow::Result;
use std::collections::HashMap;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;

/// The answers by their paths.
type Answers = HashMap<String, Vec<u8>>;

/// Starts the server for the rest of the process, and returns its origin.
pub fn start(context: &Context) -> Result<String> {
    let answers = Arc::new(answers(context)?);
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let origin = format!("http://{}", listener.local_addr()?);
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let answers = Arc::clone(&answers);
            // A connection that the browser has cut is no failure.
            thread::spawn(move || drop(serve(stream, &answers)));
        }
    });
    Ok(origin)
}

fn answers(context: &Context) -> Result<Answers> {
    let mut answers = Answers::new();
    for page in &page::ALL {
        let html = page.html(context)?;
        answers.insert(
            page.path.to_owned(),
            answer("text/html", &compress(html.as_bytes())?),
        );
    }
    let script = fs::read(context.root.join("tools/bench/hand-written.js"))?;
    let script = answer("text/javascript", &compress(&script)?);
    answers.insert("/bench/hand-written.js".to_owned(), script);
    let folder = context.root.join("dist/embed");
    for path in files::below(&folder)? {
        let brotli = path.with_added_extension("br");
        if brotli.is_file() {
            let kind = match path.extension().and_then(|extension| extension.to_str()) {
                Some("wasm") => "application/wasm",
                Some("json") => "application/json",
                _ => "text/javascript",
            };
            let name = format!("/embed/{}", path.strip_prefix(&folder)?.display());
            answers.insert(name, answer(kind, &fs::read(brotli)?));
        }
    }
    Ok(answers)
}

fn compress(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut compressed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams::default();
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &parameters)?;
    Ok(compressed)
}

fn answer(kind: &str, brotli: &[u8]) -> Vec<u8> {
    let head = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Encoding: br\r\n\
         Cache-Control: max-age=600\r\nContent-Length: {}\r\n\r\n",
        brotli.len()
    );
    [head.as_bytes(), brotli].concat()
}

/// Answers the requests of one connection until it ends.
fn serve(mut stream: TcpStream, answers: &Answers) -> Result<()> {
    stream.set_nodelay(true)?;
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    while let Some(request) = lines.next() {
        let request = request?;
        let path = request.split(' ').nth(1).unwrap_or_default();
        // The headers end with an empty line. No request has a body.
        for line in lines.by_ref() {
            if line?.is_empty() {
                break;
            }
        }
        let missing = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".as_slice();
        stream.write_all(answers.get(path).map_or(missing, Vec::as_slice))?;
    }
    Ok(())
}
