//! Where else the shopper can be reached.

use super::{Control, Field, TEXT};
use crate::registration::message::Message;
use crate::registration::rules::{self, profile};

macro_rules! contacts {
    ($($name:ident = $field:literal, $label:ident, $kind:ident, $rule:expr;)*) => {
        $(
            #[doc = concat!("The control `", $field, "`.")]
            pub static $name: Field = Field {
                name: $field,
                label: Message::$label,
                rule: $rule,
                ..$kind
            };
        )*
    };
}

contacts! {
    CONTACT_EMAIL = "contact_email", ContactEmail, ADDRESS, rules::email::check;
    CONTACT_PHONE = "contact_phone", ContactPhone, NUMBER, rules::phone::check;
    CONTACT_FACEBOOK = "contact_facebook", Facebook, PROFILE, |typed, _| profile::check(typed, "www.facebook.com/ facebook.com fb.com");
    CONTACT_INSTAGRAM = "contact_instagram", Instagram, PROFILE, |typed, _| profile::check(typed, "www.instagram.com/ instagram.com");
    CONTACT_TWITTER = "contact_twitter", Twitter, PROFILE, |typed, _| profile::check(typed, "x.com/ x.com twitter.com");
    CONTACT_YOUTUBE = "contact_youtube", YouTube, PROFILE, |typed, _| profile::check(typed, "www.youtube.com/@ youtube.com youtu.be");
    CONTACT_TIKTOK = "contact_tiktok", TikTok, PROFILE, |typed, _| profile::check(typed, "www.tiktok.com/@ tiktok.com");
    CONTACT_PINTEREST = "contact_pinterest", Pinterest, PROFILE, |typed, _| profile::check(typed, "www.pinterest.com/ pinterest.com");
    CONTACT_VK = "contact_vk", Vk, PROFILE, |typed, _| profile::check(typed, "vk.com/ vk.com");
    CONTACT_FB_MESSENGER = "contact_fb_messenger", Messenger, PROFILE, |typed, _| profile::check(typed, "m.me/ m.me messenger.com");
    CONTACT_WHATSAPP = "contact_whatsapp", WhatsApp, NUMBER, rules::phone::check;
    CONTACT_TELEGRAM = "contact_telegram", Telegram, PROFILE, |typed, _| profile::check(typed, "t.me/ t.me telegram.me");
    CONTACT_VIBER = "contact_viber", Viber, NUMBER, rules::phone::check;
    CONTACT_URL = "contact_url", Website, WEBSITE, profile::website;
    CONTACT_OTHER = "contact_other", OtherContact, CONTACT, rules::text::check;
}

const CONTACT: Field = Field {
    // The standard's tokens are for the shopper's own email and phone, not for further ones.
    autocomplete: "off",
    missing: Message::FieldMissing,
    ..TEXT
};

const WEBSITE: Field = Field {
    autocomplete: "url",
    ..CONTACT
};

const ADDRESS: Field = Field {
    control: Control::Email,
    ..CONTACT
};

const NUMBER: Field = Field {
    control: Control::Phone,
    hint: Some(Message::PhoneHint),
    ..CONTACT
};

const PROFILE: Field = Field {
    hint: Some(Message::ProfileHint),
    ..CONTACT
};
