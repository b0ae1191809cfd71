//! Faults: a platform that refuses, and a request that gets no answer.

mod refusals;
mod transport;
