//! The platforms with groups: one file each, and one line in [`REGISTRY`].

mod commerce_layer;

use super::Maker;

/// All platforms on which the playground makes groups.
pub static REGISTRY: &[&Maker] = &[&commerce_layer::MAKER];

/// How groups are made on the platform with an id.
pub fn find(platform: &str) -> Option<&'static Maker> {
    let found = REGISTRY.iter().find(|maker| maker.platform == platform);
    found.copied()
}
