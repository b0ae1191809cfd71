//! One release of Medusa: its packages, its database, its server.

use super::postgres::Postgres;
use crate::context::Context;
use crate::http;
use crate::process::{self, Group};
use crate::tools::npm::{self, NpmProject};
use anyhow::Result;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

const BOOT_LIMIT: Duration = Duration::from_secs(120);

/// The account with which a test uses a store as its owner.
pub const ADMIN_EMAIL: &str = "admin@example.com";
/// Its password. The server runs only during a test run.
pub const ADMIN_PASSWORD: &str = "only-for-tests";

/// The data that differs between the releases.
pub struct Release {
    /// The name for people.
    pub title: &'static str,
    /// The name of the migrated database. Every run gets a copy of it.
    pub database: &'static str,
    /// The npm packages with the configuration.
    pub packages: NpmProject,
    /// The arguments of Node.js before the command: the CLI, and the scripts to load before it.
    pub node_arguments: &'static [&'static str],
    /// The CLI's command that creates the tables.
    pub migrate: &'static [&'static str],
}

/// The origins that a server allows (CORS).
pub struct Origins {
    /// Those that may use the store's API, separated by commas.
    pub store: String,
    /// Those that may use the API for signing in, separated by commas.
    pub auth: String,
}

/// A running server.
pub struct Server {
    /// The base URL of its API.
    pub url: String,
    /// The name of its database.
    pub database: String,
    _group: Group,
}

impl Release {
    /// Installs the packages if they are missing, and returns their folder.
    pub fn install(&self, context: &Context) -> Result<PathBuf> {
        npm::install(context, &self.packages)
    }

    /// Starts a server with a database of its own, and waits until it responds.
    pub fn start(
        &self,
        context: &Context,
        node: &Path,
        postgres: &Postgres,
        origins: &Origins,
    ) -> Result<Server> {
        self.prepare_template(context, node, postgres)?;
        let database = format!("{}_run", self.database);
        postgres.copy(self.database, &database)?;
        let [port] = http::free_ports()?;
        eprintln!("Starting {} (under 10 s) …", self.title);
        let mut command = self.command(context, node, &postgres.url(&database));
        command
            .args(["start", "--host", "127.0.0.1", "--port", &port.to_string()])
            .env("STORE_CORS", &origins.store)
            .env("AUTH_CORS", &origins.auth);
        let mut group = Group::start_captured(self.title, &mut command)?;
        group.wait_until(BOOT_LIMIT, || http::answers(port, "/health"))?;
        let url = format!("http://127.0.0.1:{port}");
        Ok(Server {
            url,
            database,
            _group: group,
        })
    }

    /// Creates the migrated database, unless an earlier run has created it.
    fn prepare_template(&self, context: &Context, node: &Path, postgres: &Postgres) -> Result<()> {
        if postgres.exists(self.database)? {
            return Ok(());
        }
        let draft = format!("{}_draft", self.database);
        postgres.create(&draft)?;
        let mut migrate = self.command(context, node, &postgres.url(&draft));
        let title = format!("Creating the tables of {}", self.title);
        process::run(context, &title, "under 20 s", migrate.args(self.migrate))?;
        let mut admin = self.command(context, node, &postgres.url(&draft));
        admin.args(["user", "--email", ADMIN_EMAIL, "--password", ADMIN_PASSWORD]);
        let title = format!("Creating the admin of {}", self.title);
        process::run(context, &title, "under 10 s", &mut admin)?;
        postgres.rename(&draft, self.database)
    }

    fn command(&self, context: &Context, node: &Path, database_url: &str) -> Command {
        let folder = context.tool(self.packages.name, self.packages.version);
        let mut command = Command::new(node);
        command
            .current_dir(&folder)
            .args(self.node_arguments)
            .env("DATABASE_URL", database_url)
            .env("MEDUSA_DISABLE_TELEMETRY", "true")
            .env("NODE_ENV", "development")
            // Without this, the CLI writes into the developer's own settings.
            .env("XDG_CONFIG_HOME", folder.join("settings"));
        command
    }
}
