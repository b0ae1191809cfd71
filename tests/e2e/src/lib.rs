//! The widget in a real browser against the sandbox.
