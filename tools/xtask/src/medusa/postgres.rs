//! A PostgreSQL cluster that only the tests use.

use crate::context::Context;
use crate::http;
use crate::process::{self, Group};
use crate::tools::{debian, find_program};
use anyhow::{Context as _, Result};
use rustix::process::{Signal, geteuid};
use std::fs;
use std::os::unix::fs::chown;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

const DEBIAN_VERSIONS: &str = "/usr/lib/postgresql";
const SYSTEM_USER: &str = "postgres";
const BOOT_LIMIT: Duration = Duration::from_secs(60);

/// A running cluster. It stops when this is dropped.
pub struct Postgres {
    programs: PathBuf,
    port: u16,
    _group: Group,
}

/// The user that runs the server, if this process runs as root.
#[derive(Clone, Copy)]
struct User {
    uid: u32,
    gid: u32,
}

impl Postgres {
    /// Starts the cluster. The first start creates it.
    pub fn start(context: &Context) -> Result<Self> {
        let programs = programs(context)?;
        let user = server_user()?;
        let folder = data_folder(context, &programs);
        if !folder.join("PG_VERSION").is_file() {
            create_cluster(context, &programs, &folder, user)?;
        }
        let [port] = http::free_ports()?;
        let mut command = as_user(&programs.join("postgres"), user);
        command
            .arg("-D")
            .arg(&folder)
            .args(["-p", &port.to_string()]);
        for setting in [
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "fsync=off",
        ] {
            command.args(["-c", setting]);
        }
        // SIGINT shuts the server down at once. After SIGTERM it waits for its clients.
        let group = Group::start_captured("PostgreSQL", &mut command)?.stopping_with(Signal::INT);
        let mut postgres = Self {
            programs,
            port,
            _group: group,
        };
        postgres.wait_until_ready()?;
        Ok(postgres)
    }

    /// The URL of a database, for a client.
    pub fn url(&self, database: &str) -> String {
        format!(
            "postgres://{SYSTEM_USER}@127.0.0.1:{}/{database}",
            self.port
        )
    }

    /// The result of a query, one row per line.
    pub fn query(&self, database: &str, sql: &str) -> Result<String> {
        let mut psql = Command::new(self.programs.join("psql"));
        psql.args(["--no-psqlrc", "--quiet", "--tuples-only", "--no-align"])
            .args([
                "--set",
                "ON_ERROR_STOP=1",
                "--command",
                sql,
                &self.url(database),
            ]);
        Ok(process::read(&mut psql)?.trim().to_owned())
    }

    /// Whether there is a database with this name.
    pub fn exists(&self, name: &str) -> Result<bool> {
        let sql = format!("select 1 from pg_database where datname = '{name}'");
        Ok(self.query(SYSTEM_USER, &sql)? == "1")
    }

    /// Creates an empty database. Replaces one with the same name.
    pub fn create(&self, name: &str) -> Result<()> {
        self.copy("template1", name)
    }

    /// Creates a copy of a database. Replaces one with the same name.
    pub fn copy(&self, template: &str, name: &str) -> Result<()> {
        self.query(SYSTEM_USER, &format!("drop database if exists {name}"))?;
        self.query(
            SYSTEM_USER,
            &format!("create database {name} template {template}"),
        )?;
        Ok(())
    }

    /// Renames a database.
    pub fn rename(&self, from: &str, to: &str) -> Result<()> {
        self.query(
            SYSTEM_USER,
            &format!("alter database {from} rename to {to}"),
        )?;
        Ok(())
    }

    fn wait_until_ready(&mut self) -> Result<()> {
        let ready = self.programs.join("pg_isready");
        let port = self.port.to_string();
        self._group.wait_until(BOOT_LIMIT, || {
            let mut probe = Command::new(&ready);
            process::read(probe.args(["--host", "127.0.0.1", "--port", &port])).is_ok()
        })
    }
}

fn create_cluster(
    context: &Context,
    programs: &Path,
    folder: &Path,
    user: Option<User>,
) -> Result<()> {
    fs::create_dir_all(folder)?;
    if let Some(user) = user {
        chown(folder, Some(user.uid), Some(user.gid))?;
    }
    let mut initdb = as_user(&programs.join("initdb"), user);
    initdb
        .args([
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C",
            "--no-sync",
            "--username",
        ])
        .args([SYSTEM_USER, "--pgdata"])
        .arg(folder);
    process::run(
        context,
        "Creating a PostgreSQL cluster for the tests",
        "under 10 s",
        &mut initdb,
    )?;
    Ok(())
}

/// The folder with the programs of the newest PostgreSQL that is installed. Installs one if there is none.
fn programs(context: &Context) -> Result<PathBuf> {
    if let Some(folder) = installed_programs() {
        return Ok(folder);
    }
    debian::install(context, "PostgreSQL", &["postgresql"])?;
    installed_programs().context("PostgreSQL is installed, but there is no program `postgres`")
}

fn installed_programs() -> Option<PathBuf> {
    let versions = fs::read_dir(DEBIAN_VERSIONS)
        .into_iter()
        .flatten()
        .flatten();
    let newest = versions
        .map(|version| version.path().join("bin"))
        .filter(|folder| folder.join("postgres").is_file())
        .max();
    newest.or_else(|| Some(find_program("postgres")?.parent()?.to_owned()))
}

/// A folder that the server's user can read: other users can't read root's home folder.
fn data_folder(context: &Context, programs: &Path) -> PathBuf {
    let base = match geteuid().is_root() {
        true => PathBuf::from("/var/cache/storefront-signup"),
        false => context.cache.clone(),
    };
    let version = programs
        .parent()
        .and_then(Path::file_name)
        .unwrap_or_default();
    base.join("postgres").join(version)
}

/// PostgreSQL refuses to run as root. Debian's package creates a user for it.
fn server_user() -> Result<Option<User>> {
    if !geteuid().is_root() {
        return Ok(None);
    }
    let uid = id("--user")?;
    let gid = id("--group")?;
    Ok(Some(User { uid, gid }))
}

fn id(kind: &str) -> Result<u32> {
    let text = process::read(Command::new("id").args([kind, SYSTEM_USER]))?;
    text.trim().parse().context("`id` prints no number")
}

fn as_user(program: &Path, user: Option<User>) -> Command {
    let mut command = Command::new(program);
    command.current_dir("/");
    if let Some(user) = user {
        command.uid(user.uid).gid(user.gid);
    }
    command
}
