//! A page elsewhere: its link, or the name under which it is found there.

use super::plain::trim;
use super::{Verdict, refuse_if};
use crate::registration::message::Message;
use crate::registration::search::{contains, rsplit_once, split_once};
use crate::registration::url::host;
use crate::registration::values::Values;

/// In bytes.
const LONGEST: usize = 255;
const LONGEST_NAME: usize = 100;

/// Takes a link to a site, or the name of a profile there, which becomes its link.
///
/// `site` is the address before a name, then the site's domains.
pub fn check(typed: &str, site: &str) -> Verdict {
    let typed = trim(typed);
    let mut words = site.split(' ');
    let base = words.next().unwrap_or_default();
    let link = match contains(typed, "/") {
        true => link(typed)?,
        false => {
            let name = typed.trim_start_matches('@');
            refuse_if(!is_name(name), Message::ProfileWrong)?;
            ["https://", base, name].concat()
        }
    };
    let host = of_link(&link);
    let is_there = words.any(|domain| is_below(host, domain));
    let is_start_page = link.trim_end_matches('/').ends_with(host);
    refuse_if(!is_there || is_start_page, Message::ProfileWrong)?;
    Ok(link)
}

/// Takes a link to any site.
pub fn website(typed: &str, _: &Values) -> Verdict {
    let link = link(trim(typed))?;
    let labels = of_link(&link).split('.');
    let is_host = labels.clone().count() > 1 && labels.clone().all(|label| !label.is_empty());
    refuse_if(!is_host, Message::LinkWrong)?;
    Ok(link)
}

/// The name at the end of a profile's link, empty where the link has none.
pub fn name(link: &str) -> &str {
    let path = link.trim_end_matches('/');
    let name = rsplit_once(path, "/").map_or(path, |(_, name)| name);
    let name = name.trim_start_matches('@');
    match is_name(name) && name != of_link(path) {
        true => name,
        false => "",
    }
}

fn is_name(name: &str) -> bool {
    let is_allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
    !name.is_empty() && name.len() <= LONGEST_NAME && name.chars().all(is_allowed)
}

fn is_below(host: &str, domain: &str) -> bool {
    match host.strip_suffix(domain) {
        Some(before) => before.is_empty() || before.ends_with('.'),
        None => false,
    }
}

/// The link with its scheme. What has none gets https.
fn link(typed: &str) -> Verdict {
    let is_clean = !typed.contains(|c: char| {
        c.is_whitespace() || c.is_control() || matches!(c, '\\' | '<' | '>' | '"')
    });
    refuse_if(!is_clean || typed.len() > LONGEST, Message::LinkWrong)?;
    match split_once(typed, "://") {
        Some(("https" | "http", _)) => Ok(typed.to_owned()),
        Some(_) => Err(Message::LinkWrong),
        None => Ok(["https://", typed].concat()),
    }
}

/// The host of a link, without its port, empty where nobody could be.
fn of_link(link: &str) -> &str {
    let host = split_once(link, "://").map_or("", |(_, rest)| host(rest));
    let is_allowed = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-');
    match host.chars().all(is_allowed) {
        true => host,
        false => "",
    }
}
