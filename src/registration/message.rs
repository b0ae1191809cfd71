//! Every sentence that a shopper can read, as a key with its English text.
//!
//! Other languages are files `locale/<lang>.json` that map the same keys; the page's own
//! wording comes the same way.

macro_rules! messages {
    ($($(#[$doc:meta])* $name:ident = $key:literal: $text:literal;)*) => {
        /// A sentence or a label, known by its key.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Message {
            $(#[doc = $text] $name,)*
        }

        impl Message {
            /// All of them.
            pub const ALL: &'static [Message] = &[$(Message::$name,)*];

            /// The key in locale files, in the property `messages` and in events. The widget gets
            /// it from the element with the texts, so neither is in the WebAssembly.
            pub const fn key(self) -> &'static str {
                match self {
                    $(Message::$name => $key,)*
                }
            }

            /// The English text.
            pub const fn english(self) -> &'static str {
                match self {
                    $(Message::$name => $text,)*
                }
            }
        }
    };
}

messages! {
    Name = "name": "Name";
    FirstName = "first-name": "First name";
    LastName = "last-name": "Last name";
    Email = "email": "Email";
    Password = "password": "Password";
    Phone = "phone": "Phone";
    CompanyName = "company-name": "Company";
    TaxId = "tax-id": "Tax ID";
    Street = "street": "Street and number";
    Street2 = "street-2": "Address, second line";
    City = "city": "City";
    PostalCode = "postal-code": "Postal code";
    State = "state": "State or province";
    Country = "country": "Country";
    ShipToBilling = "ship-to-billing": "Deliver to the same address";
    ShippingStreet = "shipping-street": "Delivery: street and number";
    ShippingStreet2 = "shipping-street-2": "Delivery: address, second line";
    ShippingCity = "shipping-city": "Delivery: city";
    ShippingPostalCode = "shipping-postal-code": "Delivery: postal code";
    ShippingState = "shipping-state": "Delivery: state or province";
    ShippingCountry = "shipping-country": "Delivery: country";
    ContactEmail = "contact-email": "Another email";
    ContactPhone = "contact-phone": "Another phone number";
    Facebook = "facebook": "Facebook";
    Instagram = "instagram": "Instagram";
    Twitter = "twitter": "X (Twitter)";
    YouTube = "youtube": "YouTube";
    TikTok = "tiktok": "TikTok";
    Pinterest = "pinterest": "Pinterest";
    Vk = "vk": "VK";
    Messenger = "messenger": "Messenger";
    WhatsApp = "whatsapp": "WhatsApp";
    Telegram = "telegram": "Telegram";
    Viber = "viber": "Viber";
    Website = "website": "Website";
    OtherContact = "other-contact": "Another way to reach you";
    AcceptMarketing = "accept-marketing": "Send me news and offers by email";
    AcceptTerms = "accept-terms": "I accept the store’s terms";

    PasswordHint = "password-hint": "At least 8 characters. Several words are easy to remember and hard to guess.";
    PhoneHint = "phone-hint": "With the country code, for example +44 20 7946 0123.";
    StateHint = "state-hint": "Its short code, for example NY for New York.";
    ProfileHint = "profile-hint": "The name of your profile, or the link to it.";
    Required = "required": "required";
    ShowPassword = "show-password": "Show password";
    HidePassword = "hide-password": "Hide password";
    Show = "show": "Show";
    Hide = "hide": "Hide";
    CapsLock = "caps-lock": "Caps Lock is on.";

    Submit = "submit": "Create account";
    Sending = "sending": "Creating your account…";
    SignIn = "sign-in": "Sign in";
    ResetPassword = "reset-password": "Set a new password";
    HaveAccount = "have-account": "Already have an account?";
    Terms = "terms": "Terms";
    Privacy = "privacy": "Privacy";
    NewTab = "new-tab": "new tab";
    FormLabel = "form-label": "Create an account";

    NotLoaded = "not-loaded": "The form for a new account could not be loaded here.";
    Stopped = "stopped": "The form has stopped. Please try again, with the same password: no second account will be made.";
    TryAgain = "try-again": "Try again";

    Done = "done": "Your account is ready.";
    CheckMail = "check-mail": "Almost done: the store wants to be sure that it is you. Look for a link in your mail, or sign in.";
    SummaryTitle = "summary": "Please check these fields:";

    NameMissing = "name-missing": "Enter your name.";
    FirstNameMissing = "first-name-missing": "Enter your first name.";
    LastNameMissing = "last-name-missing": "Enter your last name.";
    CompanyMissing = "company-missing": "Enter the company’s name.";
    TaxIdMissing = "tax-id-missing": "Enter the tax ID.";
    StreetMissing = "street-missing": "Enter the street and number.";
    CityMissing = "city-missing": "Enter the city.";
    PostalCodeMissing = "postal-code-missing": "Enter the postal code.";
    StateMissing = "state-missing": "Enter the state or province.";
    StateCode = "state-code": "Enter the short code of a state or province of this country.";
    StateCodeOrNone = "state-code-or-none": "Enter the short code of a state or province, or leave this field empty.";
    CountryMissing = "country-missing": "Choose a country.";
    TermsMissing = "terms-missing": "Please accept the terms to go on.";
    FieldMissing = "field-missing": "Please fill in this field.";
    LinkWrong = "link-wrong": "Enter a link, such as https://example.com.";
    ProfileWrong = "profile-wrong": "Enter the name of a profile there, or the link to it.";
    TextControl = "text-control": "Remove the characters that can’t be seen, such as line breaks.";
    TextLong = "text-long": "Use at most 255 characters.";

    EmailMissing = "email-missing": "Enter your email address.";
    EmailAt = "email-at": "Enter a full address with one @, such as name@example.com.";
    EmailLocal = "email-local": "Before the @, use only letters without accents, digits and . _ ' + -, with no dot at either end and no two dots in a row.";
    EmailDomain = "email-domain": "Check the part after the @: it should look like example.com.";
    EmailEnding = "email-ending": "The store accepts no address with this ending. Use another email address.";
    EmailLong = "email-long": "This address is too long.";
    EmailTaken = "email-taken": "This email is already registered. Please sign in, or set a new password.";
    EmailTakenMail = "email-taken-mail": "There is already an account with this email. Please sign in instead.";
    EmailRefused = "email-refused": "The store does not accept this email address.";

    PasswordMissing = "password-missing": "Choose a password.";
    PasswordShort = "password-short": "Use at least 8 characters.";
    PasswordLong = "password-long": "Use at most 128 characters.";
    PasswordCommon = "password-common": "This password is among the first that anyone would guess. Choose another.";
    PasswordEmail = "password-email": "Don’t use your email address as the password.";
    PasswordSpaceHint = "password-space-hint": "Your password has a space at its beginning or end.";
    PasswordRefused = "password-refused": "The store does not accept this password. Choose another one.";

    PhoneMissing = "phone-missing": "Enter your phone number.";
    PhoneCountry = "phone-country": "Begin with + and the country code, such as +44.";
    PhoneDigits = "phone-digits": "Use digits only, after the +.";
    PhoneLength = "phone-length": "A phone number has 7 to 15 digits, with the country code.";
    PhoneExtension = "phone-extension": "Enter the number without an extension.";
    PhoneRefused = "phone-refused": "The store does not accept this phone number.";

    ValueRefused = "value-refused": "The store did not accept one of your entries. Please check them.";
    FieldRefused = "field-refused": "The store does not accept this entry.";
    StoreTrouble = "store-trouble": "This store can’t create accounts right now. Please tell the store.";
    ServerTrouble = "server-trouble": "Something went wrong at the store. Please try again in a moment.";
    TooManyTries = "too-many-tries": "The store gets too many requests right now. Please try again in a moment.";
    TooManyTriesFor = "too-many-tries-for": "Too many tries. Please try again in {seconds} seconds.";
    Unreachable = "unreachable": "The store could not be reached. Please check your connection and try again.";
    Offline = "offline": "You are offline. Please connect and try again: what you typed is kept.";
    TookTooLong = "took-too-long": "The store takes too long to answer. Please try again.";
    Unconfirmed = "unconfirmed": "The store has not confirmed your account yet. Press the button again with the same password: no second account will be made.";
    UnconfirmedMail = "unconfirmed-mail": "The store has not confirmed your account yet. Press the button again: no second account will be made.";
}

/// The words of one form: the owner's, else a language's, else the English ones.
#[derive(Clone, Default)]
pub struct Catalogue {
    texts: Vec<(String, String)>,
}

impl Catalogue {
    /// A catalogue of keys and texts, in the order of [`Message::ALL`].
    pub fn new(texts: Vec<(String, String)>) -> Self {
        Self { texts }
    }

    /// The text of a message.
    pub fn text(&self, message: Message) -> &str {
        self.texts
            .get(message as usize)
            .map_or("", |(_, text)| text)
    }

    /// The key of a message, for the owner.
    pub fn key(&self, message: Message) -> &str {
        self.texts.get(message as usize).map_or("", |(key, _)| key)
    }
}
