//! Checks the settings of a platform before the form is shown.

use super::Platform;
use crate::registration::flow::Failure;
use crate::registration::secret;
use crate::registration::settings::Settings;
use crate::registration::settings::attribute::LINKS;
use crate::registration::url;

impl Platform {
    /// Returns the base URL of the platform's API, or a failure for the owner.
    pub fn check_settings(&self, settings: &Settings) -> Result<String, Failure> {
        self.refuse_secrets(settings)?;
        refuse_unsafe_links(settings)?;
        self.require_settings(settings)?;
        (self.check)(settings)?;
        let own = settings.get("endpoint").map(str::to_owned);
        let endpoint = own.or_else(|| (self.endpoint)(settings)).ok_or_else(|| {
            Failure::misconfigured(&[
                "Set the attribute `endpoint` to the base URL of the store's API.",
            ])
        })?;
        url::endpoint(&endpoint, settings.context).ok_or_else(|| {
            Failure::misconfigured(&[
                "The attribute `endpoint` has to be an https URL (http only for this machine), \
                 without user name, query and fragment.",
            ])
        })
    }

    fn require_settings(&self, settings: &Settings) -> Result<(), Failure> {
        let is_missing = |name| settings.get(name).is_none();
        let mut required = self.settings.iter().filter(|setting| setting.is_required);
        match required.find(|setting| is_missing(setting.name)) {
            Some(setting) => Err(Failure::misconfigured(&[
                "Set the attribute `",
                setting.name,
                "`: ",
                setting.about,
            ])),
            None => Ok(()),
        }
    }

    fn refuse_secrets(&self, settings: &Settings) -> Result<(), Failure> {
        for (name, value) in settings.attributes() {
            let own = self.settings.iter().find(|own| own.name == name);
            let is_allowed = own.is_some_and(|own| own.is_secret() && !secret::is_secret_key(value))
                // These values may begin like a key: `sk-SK` is Slovak.
                || matches!(name, "lang" | "class" | "id");
            if secret::is_server_secret(value) && !is_allowed {
                return Err(Failure::misconfigured(&[
                    "The attribute `",
                    name,
                    "` holds a secret key. Everyone who opens the page can read it. Revoke it at the platform, \
                     and set the public key instead.",
                ]));
            }
        }
        Ok(())
    }
}

fn refuse_unsafe_links(settings: &Settings) -> Result<(), Failure> {
    for name in &LINKS {
        if settings.get(name).is_some() && settings.link(name).is_none() {
            return Err(Failure::misconfigured(&[
                "The attribute `",
                name,
                "` has to be an http, https or relative URL.",
            ]));
        }
    }
    Ok(())
}
