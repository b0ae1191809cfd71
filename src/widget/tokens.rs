//! The tokens of a page. The forms share them. They stay in memory until shortly before they expire.

use super::transport;
use crate::registration::flow::{Failure, Token, TokenRequest, TokenSource};
use crate::registration::http::Request;
use crate::registration::platform::Platform;
use crate::registration::secret::Secret;
use crate::registration::settings::Settings;
use js_sys::{Date, Promise};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// The widget does not use a token in its last seconds, because a request takes time.
const MARGIN_SECONDS: u32 = 60;

thread_local! {
    static CACHE: RefCell<Vec<CachedToken>> = const { RefCell::new(Vec::new()) };
}

/// A token, or the request for it. The key is the URL and the body of that request.
#[derive(Clone)]
struct CachedToken {
    key: String,
    arrival: Promise,
    token: Rc<RefCell<Option<Result<LiveToken, Failure>>>>,
}

#[derive(Clone)]
struct LiveToken {
    secret: Secret,
    /// In milliseconds since 1970.
    until: f64,
}

/// A token for a platform. Fetches one if the cache has none that is valid.
pub(super) async fn get(
    platform: &'static Platform,
    endpoint: &str,
    settings: &Settings,
    token_request: TokenRequest,
) -> Result<Secret, Failure> {
    let Some(source) = &platform.token else {
        return Ok(Secret::default());
    };
    let request = (source.request)(endpoint, settings);
    let key = [
        &request.url,
        " ",
        request.body.as_deref().unwrap_or_default(),
    ]
    .concat();
    if token_request == TokenRequest::New {
        // A pending token is newer than the refused one.
        retain(|cached| cached.key != key || cached.is_pending());
    }
    if let Some(cached) = find(&key)
        && let Ok(live) = cached.wait().await
    {
        return Ok(live.secret);
    }
    // Another form that waited for the same token may have sent a new request by now.
    let cached = find(&key).unwrap_or_else(|| {
        let cached = fetch(source, request, key, settings.timeout_seconds());
        CACHE.with_borrow_mut(|all| all.push(cached.clone()));
        cached
    });
    cached.wait().await.map(|live| live.secret)
}

fn fetch(source: &'static TokenSource, request: Request, key: String, seconds: u32) -> CachedToken {
    let token = Rc::new(RefCell::new(None));
    let place = token.clone();
    let mut arrived = None;
    let arrival = Promise::new(&mut |resolve, _| arrived = Some(resolve));
    spawn_local(async move {
        let answer = transport::send_with_retry(&request, seconds).await;
        place.replace(Some(source.read(answer).map(LiveToken::from)));
        if let Some(arrived) = arrived {
            let _ = arrived.call0(&JsValue::UNDEFINED);
        }
    });
    CachedToken {
        key,
        arrival,
        token,
    }
}

/// The pending or valid token for a key. Removes all tokens that failed or expired.
fn find(key: &str) -> Option<CachedToken> {
    retain(CachedToken::is_usable);
    CACHE.with_borrow(|all| all.iter().find(|cached| cached.key == key).cloned())
}

fn retain(is_kept: impl FnMut(&CachedToken) -> bool) {
    CACHE.with_borrow_mut(|all| all.retain(is_kept));
}

impl CachedToken {
    fn is_pending(&self) -> bool {
        self.token.borrow().is_none()
    }

    fn is_usable(&self) -> bool {
        match &*self.token.borrow() {
            Some(Ok(live)) => live.until > Date::now(),
            Some(Err(_)) => false,
            None => true,
        }
    }

    async fn wait(&self) -> Result<LiveToken, Failure> {
        let _ = JsFuture::from(self.arrival.clone()).await;
        let token = self.token.borrow().clone();
        token.unwrap_or_else(|| Err(crate::registration::http::TransportError::Unreachable.into()))
    }
}

impl From<Token> for LiveToken {
    fn from(token: Token) -> Self {
        let seconds = token.seconds.saturating_sub(MARGIN_SECONDS);
        Self {
            secret: token.secret,
            until: Date::now() + f64::from(seconds) * 1000.0,
        }
    }
}
