//! What a shopper did before the view came, as it stands in the page.

use super::model::{Phase, Shown};
use web_sys::HtmlElement;

/// What a form that stands in a container already says.
#[derive(Clone, Copy)]
pub struct Found {
    /// Whether there is a form.
    pub is_drawn: bool,
    /// Whether the shopper has pressed the button.
    pub is_pressed: bool,
    /// Whether the focus is in it.
    pub is_touched: bool,
    is_password_visible: bool,
}

impl Found {
    /// Looks into a container.
    pub fn of(container: &HtmlElement) -> Self {
        let has = |selector| matches!(container.query_selector(selector), Ok(Some(_)));
        Self {
            is_drawn: has("form"),
            is_pressed: has("form[aria-busy]"),
            is_touched: has(":focus"),
            is_password_visible: has("[autocomplete=new-password][type=text]"),
        }
    }

    /// What the view has to show first, so that nothing changes when it comes.
    pub fn shown(self) -> Shown {
        Shown {
            phase: if self.is_pressed {
                Phase::Sending
            } else {
                Phase::Filling
            },
            is_password_visible: self.is_password_visible,
            ..Shown::default()
        }
    }
}
