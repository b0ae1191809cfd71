//! Each platform's contract, and the sandbox's own services, over HTTP.

mod commerce_layer;
mod commerce_layer_calls;
mod commerce_layer_groups;
mod control;
mod ecwid;
mod elastic_path;
mod faults;
mod medusa_auth;
mod medusa_body;
mod medusa_calls;
mod medusa_cors;
mod medusa_customer;
mod medusa_v1;
mod medusa_v1_body;
mod page;
mod restart;
mod support;
