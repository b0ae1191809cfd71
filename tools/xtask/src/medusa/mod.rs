//! Real Medusa servers and their database, for the tests.

mod postgres;
mod release;
mod v1;
mod v2;

use crate::context::Context;
use crate::tools::node;
use anyhow::{Result, ensure};
use postgres::Postgres;
use release::{ADMIN_EMAIL, ADMIN_PASSWORD, Origins, Server};
use std::fmt;
use std::process::Command;

const PUBLISHABLE_KEY: &str = "select token from api_key where type = 'publishable'";

/// Running servers of both releases. They stop when this is dropped, and the database stops last.
pub struct Servers {
    v2: Server,
    v1: Server,
    publishable_key: String,
    page_port: u16,
    store_only_port: u16,
    _postgres: Postgres,
}

impl Servers {
    /// Installs what is missing, starts both servers, and waits until they respond.
    ///
    /// Pages on `page_port` of 127.0.0.1 may call everything, pages on `store_only_port` only `/store`.
    pub fn start(context: &Context, [page_port, store_only_port]: [u16; 2]) -> Result<Self> {
        let node = node::program(context)?;
        v2::RELEASE.install(context)?;
        v1::RELEASE.install(context)?;
        let postgres = Postgres::start(context)?;
        let origins = origins(page_port, store_only_port);
        let v2 = v2::RELEASE.start(context, &node, &postgres, &origins)?;
        let v1 = v1::RELEASE.start(context, &node, &postgres, &origins)?;
        let publishable_key = postgres.query(&v2.database, PUBLISHABLE_KEY)?;
        ensure!(
            publishable_key.starts_with("pk_"),
            "Medusa made no publishable key"
        );
        Ok(Self {
            v2,
            v1,
            publishable_key,
            page_port,
            store_only_port,
            _postgres: postgres,
        })
    }

    /// Sets the variables in which the tests look for the servers:
    ///
    /// - `MEDUSA_V2_URL`, `MEDUSA_V1_URL`: base URLs;
    /// - `MEDUSA_PUBLISHABLE_KEY`: of the v2 store;
    /// - `MEDUSA_PAGE_PORT`: a page on this port of 127.0.0.1 may call everything;
    /// - `MEDUSA_STORE_ONLY_PORT`: a page on this port may call `/store`, but not `/auth`;
    /// - `MEDUSA_ADMIN_EMAIL`, `MEDUSA_ADMIN_PASSWORD`: an admin of both stores.
    pub fn describe_to(&self, tests: &mut Command) {
        tests
            .env("MEDUSA_V2_URL", &self.v2.url)
            .env("MEDUSA_V1_URL", &self.v1.url)
            .env("MEDUSA_PUBLISHABLE_KEY", &self.publishable_key)
            .env("MEDUSA_PAGE_PORT", self.page_port.to_string())
            .env("MEDUSA_STORE_ONLY_PORT", self.store_only_port.to_string())
            .env("MEDUSA_ADMIN_EMAIL", ADMIN_EMAIL)
            .env("MEDUSA_ADMIN_PASSWORD", ADMIN_PASSWORD);
    }
}

impl fmt::Display for Servers {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        writeln!(
            formatter,
            "  Medusa 2: {}, publishable key {}",
            self.v2.url, self.publishable_key
        )?;
        writeln!(formatter, "  Medusa 1: {}", self.v1.url)?;
        write!(
            formatter,
            "  for pages at http://127.0.0.1:{}",
            self.page_port
        )
    }
}

fn origins(page_port: u16, store_only_port: u16) -> Origins {
    let page = format!("http://127.0.0.1:{page_port}");
    Origins {
        store: format!("{page},http://127.0.0.1:{store_only_port}"),
        auth: page,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_origin_may_use_the_store_but_not_sign_in() {
        let origins = origins(1, 2);
        assert_eq!(origins.store, "http://127.0.0.1:1,http://127.0.0.1:2");
        assert_eq!(origins.auth, "http://127.0.0.1:1");
    }
}
