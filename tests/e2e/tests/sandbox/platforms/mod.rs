//! What one platform alone has.

mod ecwid;
