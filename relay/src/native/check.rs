//! `relay check`: tries the secret of each platform.

use super::steps::Steps;
use crate::core::settings::Settings;
use crate::core::setup;
use std::sync::Arc;
use tokio::time::Instant;

/// Tries the secrets with calls that create nothing, and prints a sentence for each platform.
///
/// # Errors
/// What is wrong, a sentence each.
pub async fn check(settings: Settings) -> Result<(), Vec<String>> {
    let settings = Arc::new(settings);
    let general = setup::read(&settings)?;
    let steps = Steps::new();
    let mut wrong = Vec::new();
    for platform in setup::platforms(&settings) {
        let deadline = Instant::now() + general.timeout;
        let first = (platform.check)(Arc::clone(&settings));
        let answer = steps.run((platform, &settings), first, deadline).await;
        let sentence = String::from_utf8_lossy(&answer.body).into_owned();
        match answer.status {
            200 => println!("{sentence}"),
            _ => wrong.push(sentence),
        }
    }
    match wrong.is_empty() {
        true => Ok(()),
        false => Err(wrong),
    }
}
