//! What some platforms alone have.

mod ecwid;
mod medusa_v1;
mod relay;
