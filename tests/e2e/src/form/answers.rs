//! Answers that come when the test wants them to, and not after a time.

use super::Form;
use anyhow::Result;

/// The page's own `fetch` asks at once, and keeps each answer to itself until the page may have it.
const HOLD: &str = "
    const real = window.fetch;
    const held = new Promise((resolve) => { window.releaseAnswers = resolve; });
    window.fetch = async (...request) => {
        const answer = await real.apply(window, request);
        await held;
        return answer;
    };";

impl Form<'_> {
    /// Holds every answer to the page back until [`Form::release_answers`]. The requests go out as ever.
    ///
    /// # Errors
    /// When the script fails.
    pub async fn hold_answers(&self) -> Result<()> {
        self.script(HOLD, &[]).await
    }

    /// Takes [`Form::hold_answers`] back.
    ///
    /// # Errors
    /// When nothing was held.
    pub async fn release_answers(&self) -> Result<()> {
        self.script("window.releaseAnswers()", &[]).await
    }
}
