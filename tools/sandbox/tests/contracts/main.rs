//! Each platform's contract, and the sandbox's own services, over HTTP.

mod client;
mod commerce_layer;
mod control;
mod ecwid;
mod elastic_path;
mod faults;
mod medusa;
mod medusa_v1;
mod page;
mod restart;
