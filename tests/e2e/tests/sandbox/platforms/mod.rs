//! What one platform alone has.

mod ecwid;
mod medusa_v1;
