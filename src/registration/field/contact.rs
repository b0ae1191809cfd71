//! Where else the shopper can be reached.

use super::{Control, Field, TEXT};
use crate::registration::message::Message;
use crate::registration::rules::{self, Rule, profile};

macro_rules! contacts {
    ($($name:ident = $field:literal, $label:ident, $control:ident, $rule:expr;)*) => {
        $(
            #[doc = concat!("The control `", $field, "`.")]
            pub static $name: Field = contact($field, Message::$label, Control::$control, $rule);
        )*
    };
}

contacts! {
    CONTACT_EMAIL = "contact_email", ContactEmail, Email, rules::email::check;
    CONTACT_PHONE = "contact_phone", ContactPhone, Phone, rules::phone::check;
    CONTACT_FACEBOOK = "contact_facebook", Facebook, Text, profile::facebook;
    CONTACT_INSTAGRAM = "contact_instagram", Instagram, Text, profile::instagram;
    CONTACT_TWITTER = "contact_twitter", Twitter, Text, profile::twitter;
    CONTACT_YOUTUBE = "contact_youtube", YouTube, Text, profile::youtube;
    CONTACT_TIKTOK = "contact_tiktok", TikTok, Text, profile::tiktok;
    CONTACT_PINTEREST = "contact_pinterest", Pinterest, Text, profile::pinterest;
    CONTACT_VK = "contact_vk", Vk, Text, profile::vk;
    CONTACT_FB_MESSENGER = "contact_fb_messenger", Messenger, Text, profile::messenger;
    CONTACT_WHATSAPP = "contact_whatsapp", WhatsApp, Phone, rules::phone::check;
    CONTACT_TELEGRAM = "contact_telegram", Telegram, Text, profile::telegram;
    CONTACT_VIBER = "contact_viber", Viber, Phone, rules::phone::check;
    CONTACT_URL = "contact_url", Website, Text, profile::website;
    CONTACT_OTHER = "contact_other", OtherContact, Text, rules::text::check;
}

const fn contact(name: &'static str, label: Message, control: Control, rule: Rule) -> Field {
    Field {
        name,
        label,
        control,
        // The standard's tokens are for the shopper's own email and phone, not for further ones.
        autocomplete: "off",
        missing: Message::ContactMissing,
        rule,
        ..TEXT
    }
}
