//! Every order in which the answers to a registration can come, as far as answers were recorded:
//! what each ends with, and what was sent on the way.

mod course;
use course::{Course, Heard, courses};
use std::sync::LazyLock;
use storefront_signup::registration::flow::Kind;
use storefront_signup::registration::platform::REGISTRY;

static COURSES: LazyLock<Vec<(&str, Vec<Course>)>> = LazyLock::new(|| {
    let platforms = REGISTRY.iter();
    platforms
        .map(|platform| (platform.id, courses(platform)))
        .collect()
});

/// Holds every course of every platform to a rule.
fn each(rule: impl Fn(&Course) -> bool) {
    for (platform, all) in COURSES.iter() {
        let broken: Vec<&Course> = all.iter().filter(|course| !rule(course)).collect();
        let some = broken.get(..broken.len().min(3));
        assert!(
            broken.is_empty(),
            "{platform}: {} of {} courses, as {some:#?}",
            broken.len(),
            all.len()
        );
    }
}

/// Whether the request can have made an account that nobody told of.
fn is_lost(heard: &Heard) -> bool {
    heard.is_creation && heard.status.is_none()
}

/// Courses for each request on the shortest way to an account: any server can give 17 answers, to a
/// first press and to a later one.
const FEWEST: usize = 30;

#[test]
fn each_platform_has_many_courses() {
    for (platform, all) in COURSES.iter() {
        println!("{platform}: {} courses", all.len());
        assert!(
            all.iter().flat_map(Course::creations).next().is_some(),
            "{platform}: is_creation in course.rs knows none"
        );
        let successes = all.iter().filter(|course| course.kind.is_none());
        let shortest = successes.map(|course| course.heard.len()).min();
        assert!(
            shortest.is_some_and(|requests| all.len() > FEWEST * requests),
            "{platform}: {} courses, the shortest way to an account has {shortest:?} requests",
            all.len()
        );
    }
}

#[test]
fn an_account_is_told_of_only_after_an_answer_that_proves_it() {
    each(|course| course.kind.is_some() || course.is_proved);
}

#[test]
fn a_creation_is_sent_again_only_after_a_clear_refusal_and_never_a_third_time() {
    each(|course| {
        let answers: Vec<_> = course.creations().map(|heard| heard.status).collect();
        match answers.as_slice() {
            [] | [_] => true,
            [first, _] => matches!(first, Some(400 | 401)),
            _ => false,
        }
    });
}

#[test]
fn a_press_costs_two_tokens_at_most() {
    each(|course| course.tokens() <= 2);
}

#[test]
fn without_a_token_nothing_else_is_sent() {
    each(|course| {
        let mut heard = course.heard.iter();
        let failed = heard.position(|heard| heard.is_token && !heard.is_usable);
        failed.is_none_or(|at| at + 1 == course.heard.len() && course.kind.is_some())
    });
}

#[test]
fn a_lost_creation_stays_open_until_an_answer_tells() {
    each(|course| {
        let Some(at) = course.heard.iter().position(is_lost) else {
            return true;
        };
        let is_told = course.heard[at..]
            .iter()
            .any(|heard| heard.status.is_some());
        // Where no answer at all could be read, the way to the store is what is wrong.
        let is_mute = course.heard.iter().all(|heard| heard.status.is_none());
        match course.kind {
            Some(Kind::Unconfirmed) | None => true,
            Some(Kind::Unreachable) => is_mute,
            Some(_) => is_told,
        }
    });
}

#[test]
fn what_was_not_sent_is_not_called_unconfirmed() {
    each(|course| {
        let is_sent = course.creations().next().is_some() || course.is_resumed;
        is_sent || course.kind != Some(Kind::Unconfirmed)
    });
}

#[test]
fn a_creation_that_was_lost_offline_ends_open_and_without_a_question() {
    each(|course| {
        let lost = course
            .heard
            .iter()
            .position(|heard| heard.is_creation && heard.is_offline);
        let is_last = |at| at + 1 == course.heard.len();
        lost.is_none_or(|at| is_last(at) && course.kind == Some(Kind::Unconfirmed))
    });
}
