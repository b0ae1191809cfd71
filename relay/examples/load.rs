//! What the relay costs: time added, requests a second on one core, memory with many connections.
//!
//! ```sh
//! cargo build --locked --profile server --package relay
//! cargo run --locked --profile server --package relay --example load
//! ```
//!
//! The program beside it runs on one core. The platform behind it answers at once from this process.

#![allow(clippy::print_stdout, reason = "the figures are for a person")]

use std::env;
use std::error::Error;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

type Result<T> = std::result::Result<T, Box<dyn Error + Send + Sync>>;

const ROUNDS: usize = 5_000;
const CLIENTS: usize = 32;
const METRICS: &str = "127.0.0.1:8091";
const OPEN: usize = 10_000;
const PART: usize = 1_000;
const PATH: &str = "/v2/customers";
const BODY: &str = r#"{"data":{"type":"customer","name":"Ada","email":"ada@example.com","password":"plum-kettle-94"}}"#;
const CUSTOMER: &str = r#"{"data":{"id":"1"}}"#;
const TOKEN: &str = r#"{"access_token":"abcdefghijklmnopqrstuvwxyz","expires_in":3600}"#;

fn main() -> Result<()> {
    let platform = platform()?;
    let (mut relay, address) = start(platform)?;
    let figures = figures(platform, address, METRICS.parse()?, relay.id());
    relay.kill()?;
    relay.wait()?;
    figures
}

fn figures(platform: SocketAddr, relay: SocketAddr, metrics: SocketAddr, id: u32) -> Result<()> {
    let direct = times(platform, ROUNDS)?;
    let through = times(relay, ROUNDS)?;
    for (name, part) in [("p50", 0.5), ("p99", 0.99)] {
        let (direct, through) = (at(&direct, part), at(&through, part));
        let added = through.saturating_sub(direct);
        println!("{name}: {direct:?} without the relay, {through:?} with it, {added:?} added");
    }
    let begin = Instant::now();
    let clients: Vec<_> = (0..CLIENTS)
        .map(|_| thread::spawn(move || times(relay, ROUNDS)))
        .collect();
    for client in clients {
        client.join().map_err(|_| "a client has failed")??;
    }
    let a_second = (CLIENTS * ROUNDS) as f64 / begin.elapsed().as_secs_f64();
    println!("{a_second:.0} requests a second on one core, {CLIENTS} clients");
    println!("{} memory before", memory(id)?);
    let mut open = Vec::with_capacity(OPEN);
    for _ in 0..OPEN / PART {
        open_some(&mut open, relay)?;
        // The relay closes a connection that sends nothing for ten seconds, so a slow machine has fewer.
        println!(
            "{} memory with {} connections open",
            memory(id)?,
            connections(metrics)?
        );
    }
    Ok(())
}

/// Opens connections, with pauses in which the relay can take them.
fn open_some(open: &mut Vec<TcpStream>, relay: SocketAddr) -> Result<()> {
    for number in 0..PART {
        open.push(TcpStream::connect(relay)?);
        if number % 200 == 0 {
            thread::sleep(Duration::from_millis(10));
        }
    }
    Ok(())
}

/// The connections that the relay has open by its own metrics.
fn connections(metrics: SocketAddr) -> Result<String> {
    let mut stream = TcpStream::connect(metrics)?;
    stream.write_all(b"GET /metrics HTTP/1.1\r\nhost: relay\r\nconnection: close\r\n\r\n")?;
    let mut text = String::new();
    stream.read_to_string(&mut text)?;
    let line = text
        .lines()
        .find_map(|line| line.strip_prefix("relay_connections "));
    Ok(line.ok_or(text.clone())?.to_owned())
}

/// The times of requests, one after the other on one connection, in order.
fn times(address: SocketAddr, rounds: usize) -> Result<Vec<Duration>> {
    let mut stream = TcpStream::connect(address)?;
    stream.set_nodelay(true)?;
    let mut reader = BufReader::new(stream.try_clone()?);
    let length = BODY.len();
    let mut times = Vec::with_capacity(rounds);
    for round in 0..rounds {
        let client = format!(
            "10.{}.{}.{}",
            round % 250,
            round / 250 % 250,
            std::process::id() % 250
        );
        let request = format!(
            "POST {PATH} HTTP/1.1\r\nhost: relay\r\norigin: https://shop.example\r\nx-forwarded-for: {client}\r\n\
             content-type: application/json\r\ncontent-length: {length}\r\n\r\n{BODY}"
        );
        let begin = Instant::now();
        stream.write_all(request.as_bytes())?;
        let status = message(&mut reader)?.ok_or("the connection was closed")?;
        times.push(begin.elapsed());
        if !status.contains(" 201 ") {
            return Err(status.into());
        }
    }
    times.sort();
    Ok(times)
}

fn at(sorted: &[Duration], part: f64) -> Duration {
    let index = (sorted.len() as f64 * part) as usize;
    sorted.get(index).copied().unwrap_or_default()
}

/// Reads a request or a response, and returns its first line. `None` if there is no more.
fn message(reader: &mut BufReader<TcpStream>) -> Result<Option<String>> {
    let mut first = String::new();
    if reader.read_line(&mut first)? == 0 {
        return Ok(None);
    }
    let mut length = 0;
    loop {
        let mut line = String::new();
        reader.read_line(&mut line)?;
        let line = line.trim().to_ascii_lowercase();
        if let Some(value) = line.strip_prefix("content-length:") {
            length = value.trim().parse()?;
        }
        if line.is_empty() {
            break;
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body)?;
    Ok(Some(first))
}

/// A platform that answers at once: 201, with an id or a token.
fn platform() -> Result<SocketAddr> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let address = listener.local_addr()?;
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            thread::spawn(move || answer(&stream));
        }
    });
    Ok(address)
}

fn answer(mut stream: &TcpStream) -> Result<()> {
    stream.set_nodelay(true)?;
    let mut reader = BufReader::new(stream.try_clone()?);
    while let Some(first) = message(&mut reader)? {
        let reply = if first.contains("/oauth/") {
            TOKEN
        } else {
            CUSTOMER
        };
        let length = reply.len();
        write!(
            stream,
            "HTTP/1.1 201 Created\r\ncontent-length: {length}\r\n\r\n{reply}"
        )?;
    }
    Ok(())
}

/// Starts the program on one core, with limits that are no limits here.
fn start(platform: SocketAddr) -> Result<(Child, SocketAddr)> {
    let example = env::current_exe()?;
    let folder = example.ancestors().nth(2).ok_or("no folder")?;
    let program = folder.join("relay");
    let mut command = Command::new("taskset");
    let mut child = command
        .args(["--cpu-list", "0"])
        .arg(program)
        .arg("serve")
        .env("RELAY_LISTEN", "127.0.0.1:0")
        .env("RELAY_METRICS_LISTEN", METRICS)
        .env("RELAY_ORIGINS", "https://shop.example")
        .env("RELAY_TRUSTED_PROXIES", "127.0.0.1")
        .env("RELAY_PER_ADDRESS", "1000")
        .env("RELAY_IN_TOTAL", "1000000")
        .env("RELAY_CONNECTIONS", "20000")
        .env("RELAY_ELASTIC_PATH_CLIENT_ID", "id")
        .env("RELAY_ELASTIC_PATH_CLIENT_SECRET", "secret")
        .env("RELAY_ELASTIC_PATH_URL", format!("http://{platform}"))
        .stdout(Stdio::piped())
        .spawn()?;
    let mut log = BufReader::new(child.stdout.take().ok_or("no log")?);
    let mut line = String::new();
    log.read_line(&mut line)?;
    thread::spawn(move || std::io::copy(&mut log, &mut std::io::sink()));
    let (_, after) = line.split_once(r#""address":""#).ok_or(line.clone())?;
    let address = after.split('"').next().unwrap_or_default().parse()?;
    Ok((child, address))
}

/// The resident memory of a process.
fn memory(id: u32) -> Result<String> {
    let status = fs::read_to_string(format!("/proc/{id}/status"))?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:"));
    Ok(line
        .ok_or("no memory")?
        .replace("VmRSS:", "")
        .trim()
        .to_owned())
}
