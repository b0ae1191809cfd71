//! A page elsewhere: its link, or the name under which it is found there.

use super::{Verdict, refuse_if};
use crate::registration::message::Message;
use crate::registration::values::Values;

/// In characters.
const LONGEST: usize = 255;

macro_rules! sites {
    ($($name:ident = $base:literal, $($domain:literal)+;)*) => {
        $(
            #[doc = concat!("A link to ", $base, "…, or the name that stands there.")]
            pub fn $name(typed: &str, _: &Values) -> Verdict {
                on_site(typed, $base, &[$($domain),+])
            }
        )*
    };
}

sites! {
    facebook = "https://www.facebook.com/", "facebook.com" "fb.com";
    instagram = "https://www.instagram.com/", "instagram.com";
    twitter = "https://twitter.com/", "twitter.com" "x.com";
    youtube = "https://www.youtube.com/@", "youtube.com" "youtu.be";
    tiktok = "https://www.tiktok.com/@", "tiktok.com";
    pinterest = "https://www.pinterest.com/", "pinterest.com";
    vk = "https://vk.com/", "vk.com";
    messenger = "https://m.me/", "m.me" "messenger.com";
    telegram = "https://t.me/", "t.me" "telegram.me";
}

/// A link to any site.
pub fn website(typed: &str, _: &Values) -> Verdict {
    let link = link(typed)?;
    let host = host(&link);
    refuse_if(
        !host.contains('.') || host.starts_with('.') || host.ends_with('.'),
        Message::LinkWrong,
    )?;
    Ok(link)
}

fn on_site(typed: &str, base: &str, domains: &[&str]) -> Verdict {
    let typed = typed.trim();
    if !typed.contains('/') {
        let name = typed.trim_start_matches('@');
        let is_allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
        let is_name = !name.is_empty() && name.chars().all(is_allowed);
        refuse_if(!is_name || name.len() > LONGEST, Message::ProfileWrong)?;
        return Ok([base, name].concat());
    }
    let link = link(typed)?;
    let host = host(&link);
    let is_there = |domain: &&str| {
        host == *domain
            || host
                .strip_suffix(*domain)
                .is_some_and(|rest| rest.ends_with('.'))
    };
    refuse_if(!domains.iter().any(is_there), Message::ProfileWrong)?;
    Ok(link)
}

/// The link with its scheme. What has none gets https.
fn link(typed: &str) -> Verdict {
    let typed = typed.trim();
    let is_clean = !typed.contains(|c: char| {
        c.is_whitespace() || c.is_control() || matches!(c, '\\' | '@' | '<' | '>')
    }) || typed.contains("/@");
    refuse_if(!is_clean || typed.len() > LONGEST, Message::LinkWrong)?;
    match typed.split_once("://") {
        Some(("https" | "http", _)) => Ok(typed.to_owned()),
        Some(_) => Err(Message::LinkWrong),
        None => Ok(["https://", typed].concat()),
    }
}

fn host(link: &str) -> &str {
    let rest = link.split_once("://").map_or("", |(_, rest)| rest);
    rest.split(['/', '?', '#', ':']).next().unwrap_or_default()
}
