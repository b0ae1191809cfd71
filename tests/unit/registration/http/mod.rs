mod excerpt;
mod redact;
mod reply;
mod request;
