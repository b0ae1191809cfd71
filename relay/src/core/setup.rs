//! What the owner's settings turn on, and what is wrong with them.

use super::platform::{Platform, REGISTRY};
use super::settings::{GENERAL, General, Setting, Settings};

/// Every setting of the relay and of all platforms.
pub fn all() -> impl Iterator<Item = &'static Setting> {
    let of_platforms = REGISTRY.iter().flat_map(|platform| platform.settings);
    GENERAL.iter().chain(of_platforms)
}

/// The platforms that the owner set anything for.
pub fn platforms(settings: &Settings) -> impl Iterator<Item = &'static Platform> {
    let is_used = |platform: &&Platform| {
        let mut own = platform.settings.iter();
        own.any(|setting| settings.get(setting.name).is_some())
    };
    REGISTRY.iter().copied().filter(is_used)
}

/// The general settings.
///
/// # Errors
/// Everything that is wrong with any setting, a sentence each.
pub fn read(settings: &Settings) -> Result<General, Vec<String>> {
    let mut mistakes: Vec<String> = unknown(settings).collect();
    let used = platforms(settings).flat_map(|platform| platform.settings);
    let used = GENERAL.iter().chain(used);
    mistakes.extend(used.filter_map(|setting| setting.mistake(settings)));
    if platforms(settings).next().is_none() {
        mistakes.push(no_platform());
    }
    let general = General::read(settings);
    if let Some(general) = &general {
        let used = platforms(settings);
        mistakes.extend(used.filter_map(|platform| too_many(platform, general)));
    }
    match general {
        Some(general) if mistakes.is_empty() => Ok(general),
        _ => Err(mistakes),
    }
}

fn unknown(settings: &Settings) -> impl Iterator<Item = String> {
    let unknown = settings
        .names()
        .filter(|name| !all().any(|known| known.name == *name));
    unknown.map(|name| format!("There is no setting `{name}`."))
}

fn no_platform() -> String {
    let first = REGISTRY
        .iter()
        .filter_map(|platform| platform.settings.first());
    let names: Vec<String> = first.map(|setting| format!("`{}`", setting.name)).collect();
    format!("No platform is set. Begin with {}.", names.join(" or "))
}

fn too_many(platform: &Platform, general: &General) -> Option<String> {
    let limit = platform.calls_in_a_minute?;
    let is_below = general.most_in_a_minute() < limit;
    let (title, total) = (platform.title, general.in_total);
    (!is_below).then(|| {
        format!(
            "`in_total` is {total}. {title} takes {limit} calls a minute from all your apps together, so it has to be \
             500 or less."
        )
    })
}
