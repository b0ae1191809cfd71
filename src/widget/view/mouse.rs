use std::cell::{Cell, RefCell};

/// Keeps a field that is left by a press of the mouse until the mouse is up: an error that came
/// between would move what is pressed away from under it, and the click would be lost.
#[derive(Default)]
pub struct Mouse {
    is_down: Cell<bool>,
    left: RefCell<String>,
}

impl Mouse {
    /// The mouse goes down.
    pub fn press(&self) {
        self.is_down.set(true);
    }

    /// Whether a field that is left now has to wait.
    pub fn keeps(&self, name: &str) -> bool {
        let is_down = self.is_down.get();
        if is_down {
            self.left.replace(name.to_owned());
        }
        is_down
    }

    /// The mouse is up: the field that has waited, or nothing.
    pub fn release(&self) -> String {
        self.is_down.set(false);
        self.left.take()
    }
}
