//! The tokens of a page: fetched once, shared by its forms, kept in memory until shortly before
//! they expire.

use super::transport;
use crate::registration::flow::{Failure, Token, TokenSource, Wanted};
use crate::registration::http::Request;
use crate::registration::platform::Platform;
use crate::registration::settings::Settings;
use js_sys::{Date, Promise};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// A token is not used in the last seconds of its life: a request takes its time.
const MARGIN_SECONDS: u32 = 60;

thread_local! {
    static KEPT: RefCell<Vec<Kept>> = const { RefCell::new(Vec::new()) };
}

/// A token under way or there, by the address and the body of its request.
#[derive(Clone)]
struct Kept {
    key: String,
    arrival: Promise,
    token: Rc<RefCell<Option<Result<Fresh, Failure>>>>,
}

#[derive(Clone)]
struct Fresh {
    text: String,
    /// In milliseconds since 1970.
    until: f64,
}

/// A token for a platform, fetched now if none is there that is still good.
pub(super) async fn get(
    platform: &'static Platform,
    endpoint: &str,
    settings: &Settings,
    wanted: Wanted,
) -> Result<String, Failure> {
    let Some(source) = &platform.token else {
        return Ok(String::new());
    };
    let request = (source.request)(endpoint, settings);
    let key = [
        &request.url,
        " ",
        request.body.as_deref().unwrap_or_default(),
    ]
    .concat();
    if wanted == Wanted::New {
        // What is under way is newer than what was refused.
        keep(|kept| kept.key != key || kept.is_under_way());
    }
    if let Some(kept) = find(&key)
        && let Ok(fresh) = kept.wait().await
    {
        return Ok(fresh.text);
    }
    // Another form that waited for the same failure may have asked anew by now.
    let kept = find(&key).unwrap_or_else(|| {
        let kept = fetch(source, request, key, settings.timeout_seconds());
        KEPT.with_borrow_mut(|all| all.push(kept.clone()));
        kept
    });
    kept.wait().await.map(|fresh| fresh.text)
}

/// Forgets every token of the page, as a reload does. For tests alone, which share one page.
pub fn forget_all() {
    KEPT.with_borrow_mut(Vec::clear);
}

fn fetch(source: &'static TokenSource, request: Request, key: String, seconds: u32) -> Kept {
    let token = Rc::new(RefCell::new(None));
    let place = token.clone();
    let mut arrived = None;
    let arrival = Promise::new(&mut |resolve, _| arrived = Some(resolve));
    spawn_local(async move {
        let answer = transport::deliver(&request, seconds).await;
        place.replace(Some(source.read(answer).map(Fresh::from)));
        if let Some(arrived) = arrived {
            let _ = arrived.call0(&JsValue::UNDEFINED);
        }
    });
    Kept {
        key,
        arrival,
        token,
    }
}

/// What is under way or good for a key. What has failed or expired is dropped, whatever its key.
fn find(key: &str) -> Option<Kept> {
    keep(Kept::is_of_use);
    KEPT.with_borrow(|all| all.iter().find(|kept| kept.key == key).cloned())
}

fn keep(is_kept: impl FnMut(&Kept) -> bool) {
    KEPT.with_borrow_mut(|all| all.retain(is_kept));
}

impl Kept {
    fn is_under_way(&self) -> bool {
        self.token.borrow().is_none()
    }

    fn is_of_use(&self) -> bool {
        match &*self.token.borrow() {
            Some(Ok(fresh)) => fresh.until > Date::now(),
            Some(Err(_)) => false,
            None => true,
        }
    }

    async fn wait(&self) -> Result<Fresh, Failure> {
        let _ = JsFuture::from(self.arrival.clone()).await;
        let token = self.token.borrow().clone();
        token.unwrap_or_else(|| Err(crate::registration::http::Lost::Unreachable.into()))
    }
}

impl From<Token> for Fresh {
    fn from(token: Token) -> Self {
        let seconds = token.seconds.saturating_sub(MARGIN_SECONDS);
        Self {
            text: token.text,
            until: Date::now() + f64::from(seconds) * 1000.0,
        }
    }
}
