//! The page for people.

use std::sync::Arc;

use axum::Router;
use axum::routing::get;

use crate::state::State;

pub(super) fn routes() -> Router<Arc<State>> {
    Router::new().route("/", get(|| async { "sandbox" }))
}
