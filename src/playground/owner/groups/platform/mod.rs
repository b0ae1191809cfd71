//! The platforms that have groups: a file each, and a line in [`REGISTRY`].

mod commerce_layer;

use super::GroupProvider;

/// The platforms on which the playground can create groups.
pub static REGISTRY: &[&GroupProvider] = &[&commerce_layer::PROVIDER];

/// The provider of the platform with this id.
pub fn find(platform: &str) -> Option<&'static GroupProvider> {
    let found = REGISTRY
        .iter()
        .find(|provider| provider.platform == platform);
    found.copied()
}
