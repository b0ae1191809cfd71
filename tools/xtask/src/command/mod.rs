//! The commands, one file each.

pub mod bench;
pub mod dist;
pub mod generate;
pub mod medusa;
pub mod playground;
pub mod sandbox;
pub mod serve;
pub mod size;
pub mod test;
