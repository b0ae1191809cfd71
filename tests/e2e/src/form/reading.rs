//! What a shopper reads, sees and hears.

use super::Form;
use crate::wait::until;
use anyhow::Result;

impl Form<'_> {
    /// The error of a field as assistive technology finds it: the control is invalid, and its
    /// description leads to the text.
    ///
    /// # Errors
    /// When there is no such field.
    pub async fn error_of(&self, name: &str) -> Result<Option<String>> {
        let body = "
            const control = root.querySelector(`[name='${arguments[1]}']`);
            if (control.getAttribute('aria-invalid') !== 'true') return null;
            const ids = (control.getAttribute('aria-describedby') ?? '').split(' ');
            const described = ids.map((id) => root.querySelector(`#${id}`));
            return described.filter((line) => line.part.contains('error')).map((line) => line.textContent).join(' ');";
        self.script(body, &[name.into()]).await
    }

    /// The text of the summary, while it shows.
    ///
    /// # Errors
    /// When the script fails.
    pub async fn summary(&self) -> Result<Option<String>> {
        self.visible_text("[part~=summary]").await
    }

    /// The text of the status, while it can be seen or heard.
    ///
    /// # Errors
    /// When the script fails.
    pub async fn status(&self) -> Result<Option<String>> {
        self.visible_text("[part~=status]").await
    }

    /// The texts of all links of the form that match a selector, with their addresses.
    ///
    /// # Errors
    /// When the script fails.
    pub async fn links(&self, selector: &str) -> Result<Vec<(String, String)>> {
        let body = "
            const links = [...root.querySelectorAll(arguments[1])].filter((link) => link.checkVisibility());
            return links.map((link) => [link.textContent, link.getAttribute('href')]);";
        self.script(body, &[selector.into()]).await
    }

    /// The name, the part or the tag of what has the focus.
    ///
    /// # Errors
    /// When the script fails.
    pub async fn focused(&self) -> Result<String> {
        let body = "
            const focused = root.activeElement ?? document.activeElement;
            return focused.name || focused.getAttribute('part') || focused.tagName.toLowerCase();";
        self.script(body, &[]).await
    }

    /// Whether the form waits for the store.
    ///
    /// # Errors
    /// When the script fails.
    pub async fn is_sending(&self) -> Result<bool> {
        let body = "return root.querySelector('form')?.getAttribute('aria-busy') === 'true'";
        self.script(body, &[]).await
    }

    /// Waits until a registration is under way.
    ///
    /// # Errors
    /// When none ever is.
    pub async fn starts_sending(&self) -> Result<()> {
        let sending = async || Ok(self.is_sending().await?.then_some(()));
        until("the sending", sending).await
    }

    async fn visible_text(&self, selector: &str) -> Result<Option<String>> {
        let body = "
            const found = root.querySelector(arguments[1]);
            return found?.checkVisibility() && found.textContent ? found.textContent : null;";
        self.script(body, &[selector.into()]).await
    }
}
