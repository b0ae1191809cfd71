use super::LARGEST_BODY;
use super::answer::{Answer, Outcome};
use super::media::is_media;
use super::origins::Origins;
use super::platform::Platform;
use super::route::Route;
use super::settings::{General, Settings};
use super::setup;
use super::step::Step;
use std::sync::Arc;

/// The relay, set up.
pub struct Relay {
    origins: Origins,
    bound: Vec<Bound>,
}

/// A route with the owner's settings.
pub struct Bound {
    /// Whose route it is.
    pub platform: &'static Platform,
    /// The route.
    pub route: &'static Route,
    path: String,
    settings: Arc<Settings>,
}

/// What a request says before its body.
#[derive(Clone, Copy, Debug, Default)]
pub struct Head<'a> {
    /// The method.
    pub method: &'a str,
    /// The path with the query, as it came.
    pub target: &'a str,
    /// The header `Origin`.
    pub origin: Option<&'a str>,
    /// The header `Content-Type`.
    pub media: Option<&'a str>,
    /// The header `Content-Length`.
    pub length: Option<u64>,
}

/// What happens with a request.
pub enum Decision<'a> {
    /// Answer it, without its body.
    Answer(Answer),
    /// Count it, read its body, and go on with [`Bound::begin`].
    Read(&'a Bound),
}

impl Relay {
    /// Sets the relay up.
    ///
    /// # Errors
    /// What is wrong with the settings, a sentence each.
    pub fn new(settings: &Arc<Settings>) -> Result<(Self, General), Vec<String>> {
        let general = setup::read(settings)?;
        Ok((Self::bind(settings, &general), general))
    }

    fn bind(settings: &Arc<Settings>, general: &General) -> Self {
        let bind = |platform: &'static Platform, route: &'static Route| Bound {
            platform,
            route,
            path: [general.base_path.as_str(), &(route.path)(settings)].concat(),
            settings: Arc::clone(settings),
        };
        let routes = |platform: &'static Platform| {
            let routes = platform.routes.iter();
            routes.map(move |route| bind(platform, route))
        };
        Self {
            origins: general.origins.clone(),
            bound: setup::platforms(settings).flat_map(routes).collect(),
        }
    }

    /// Decides about a request before its body is read.
    pub fn receive(&self, head: &Head<'_>) -> Decision<'_> {
        let Some(bound) = self.bound.iter().find(|bound| bound.path == head.target) else {
            return Decision::Answer(Answer::empty(404, Outcome::NotFound));
        };
        match self.refuse(bound, head) {
            Some(answer) => Decision::Answer(answer),
            None => Decision::Read(bound),
        }
    }

    fn refuse(&self, bound: &Bound, head: &Head<'_>) -> Option<Answer> {
        let refuse = |status, code, message, outcome| {
            Some(bound.platform.refuse(status, code, message, outcome))
        };
        if head
            .origin
            .is_some_and(|origin| !self.origins.allow(origin))
        {
            let message = "The relay does not know this page's origin.";
            return refuse(403, "OTHER_ORIGIN", message, Outcome::OtherOrigin);
        }
        match head.method {
            "POST" => {}
            "OPTIONS" => return Some(preflight(bound.route)),
            _ => {
                let message = "The relay takes POST only.";
                let answer = refuse(405, "OTHER_METHOD", message, Outcome::OtherMethod);
                return answer.map(|answer| answer.with("allow", "POST, OPTIONS"));
            }
        }
        if !is_media(head.media, bound.route.media) {
            return refuse(415, "OTHER_TYPE", bound.route.media, Outcome::OtherType);
        }
        let is_large = head
            .length
            .is_some_and(|length| length > LARGEST_BODY as u64);
        is_large.then(|| bound.too_large())
    }

    /// Adds what lets a listed page read an answer, and what every answer has.
    pub fn finish(&self, origin: Option<&str>, answer: Answer) -> Answer {
        let answer = answer
            .with("vary", "Origin")
            .with("cache-control", "no-store")
            .with("x-content-type-options", "nosniff");
        match origin.filter(|origin| self.origins.allow(origin)) {
            Some(origin) => answer
                .with("access-control-allow-origin", origin)
                .with("access-control-expose-headers", "retry-after"),
            None => answer,
        }
    }

    /// The routes of all platforms in use.
    pub fn routes(&self) -> impl Iterator<Item = &Bound> {
        self.bound.iter()
    }
}

impl Bound {
    /// The first step, from the body of a request.
    pub fn begin(&self, body: &[u8]) -> Step {
        match body.len() > LARGEST_BODY {
            true => Step::Answer(self.too_large()),
            false => (self.route.begin)(Arc::clone(&self.settings), body),
        }
    }

    /// The answer to a body that is larger than [`LARGEST_BODY`].
    pub fn too_large(&self) -> Answer {
        let message = "The body is larger than 16 KB.";
        self.platform
            .refuse(413, "TOO_LARGE", message, Outcome::TooLarge)
    }

    /// The answer to a body that did not come, or not in time.
    pub fn too_slow(&self) -> Answer {
        let message = "The body did not come in time.";
        self.platform.refuse(408, "TIMEOUT", message, Outcome::Slow)
    }

    /// The answer to one request too many, with the seconds to wait.
    pub fn too_many(&self, seconds: u64, outcome: Outcome) -> Answer {
        let message = "Too many requests. Please wait.";
        let answer = self.platform.refuse(429, "RATE_LIMITED", message, outcome);
        answer.with("retry-after", seconds.to_string())
    }

    /// The owner's settings.
    pub fn settings(&self) -> &Arc<Settings> {
        &self.settings
    }
}

fn preflight(route: &Route) -> Answer {
    Answer::empty(204, Outcome::Preflight)
        .with("access-control-allow-methods", "POST")
        .with("access-control-allow-headers", route.headers)
        .with("access-control-max-age", "86400")
}
