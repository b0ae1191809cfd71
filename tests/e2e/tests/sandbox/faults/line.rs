//! What can happen between the page and the store, where the store hears nothing of it.

use anyhow::Result;
use e2e::Form;
use serde_json::Value;
use std::net::{Ipv4Addr, TcpListener};

/// Where the requests of a page go instead of to the store.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// To the store after all.
    Whole,
    /// To a port at which nobody listens.
    Closed,
    /// To a host that no name server knows.
    Unknown,
}

/// The page's own `fetch` counts requests, and sends those after the first few elsewhere.
const DIVERT: &str = "
    const [, base, passed] = arguments;
    const real = window.fetch;
    const elsewhere = async (request) => {
        const { pathname, search } = new URL(request.url);
        const { method, headers, signal } = request;
        const body = method === 'GET' ? undefined : await request.text();
        return real.call(window, base + pathname + search, { method, headers, signal, body });
    };
    window.sent = 0;
    window.mend = () => { window.fetch = real; };
    window.fetch = (request) => {
        window.sent += 1;
        return base !== null && window.sent > passed ? elsewhere(request) : real.call(window, request);
    };";

impl Line {
    /// Diverts all that the form's page sends from now on, but for the first `passed` requests.
    pub async fn divert(self, form: &Form<'_>, passed: usize) -> Result<()> {
        let base = self.base()?.map_or(Value::Null, Value::from);
        form.script(DIVERT, &[base, passed.into()]).await
    }

    fn base(self) -> Result<Option<String>> {
        Ok(match self {
            Self::Whole => None,
            Self::Closed => {
                let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?;
                Some(format!("http://{port}"))
            }
            Self::Unknown => Some("https://store.invalid".to_owned()),
        })
    }
}

/// Lets everything through again, and returns how many requests there were.
pub async fn mend(form: &Form<'_>) -> Result<usize> {
    form.script("window.mend(); return window.sent", &[]).await
}
