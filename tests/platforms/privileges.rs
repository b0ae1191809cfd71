//! What a shopper must not decide never leaves the page, whatever is typed or set.

use crate::support::cases;
use crate::support::drive::{run, sent};
use crate::support::fixture::{self, Fixture, Sent};
use crate::support::random::text;
use crate::support::valid::{self, Texts, every_field, shopper};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::TestRunner;
use serde_json::Value;
use std::collections::BTreeSet;
use std::rc::Rc;
use storefront_signup::registration::field::PASSWORD;
use storefront_signup::registration::flow::Signup;
use storefront_signup::registration::http::TransportError;
use storefront_signup::registration::platform::{Platform, REGISTRY};
use storefront_signup::registration::secret::Secret;
use storefront_signup::registration::settings::Settings;
use storefront_signup::registration::url::SecurityContext;

/// What only an owner decides, on any of the platforms.
const PRIVILEGED: [&str; 22] = [
    "customerGroupId",
    "customerGroupName",
    "customer_group_id",
    "groups",
    "groups_id",
    "taxExempt",
    "tax-exempt",
    "taxIdValid",
    "privateAdminNotes",
    "extrafields",
    "is_admin",
    "isAdmin",
    "role",
    "roles",
    "permissions",
    "has_account",
    "status",
    "id",
    "created_by",
    "verified",
    "type",
    "total_orders_count",
];

/// The names by which a customer joins a group, which the owner's `customer-group` decides.
const GROUPS: [&str; 2] = ["customerGroupId", "customer_group"];

/// The names of all members in a body, each with the way to it. What the owner keeps as metadata
/// has any names.
fn names(body: &Value, way: &str, found: &mut BTreeSet<String>) {
    match body {
        Value::Object(members) => {
            for (name, member) in members {
                let way = format!("{way}/{name}");
                if name != "metadata" {
                    names(member, &way, found);
                }
                found.insert(way);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| names(item, way, found)),
        Value::String(form) if way.is_empty() => {
            let pairs = url::form_urlencoded::parse(form.as_bytes());
            found.extend(pairs.map(|(name, _)| name.into_owned()));
        }
        _ => {}
    }
}

/// All names in a request: of its headers, and of the members of its body.
fn all_names(request: &Sent) -> BTreeSet<String> {
    let headers = request.headers.keys();
    let mut found: BTreeSet<String> = headers.map(|name| format!("{name}:")).collect();
    names(
        request.body.as_ref().unwrap_or(&Value::Null),
        "",
        &mut found,
    );
    found
}

/// The names in every recorded request of a platform, which the contracts know.
fn known(platform: &Platform) -> BTreeSet<String> {
    let fixtures = fixture::all(platform.id).into_values();
    let rounds = fixtures.flat_map(|fixture| fixture.exchange);
    rounds.flat_map(|round| all_names(&round.request)).collect()
}

/// The recorded registrations that send something.
fn recorded(platform: &Platform) -> Vec<Fixture> {
    let mut all: Vec<Fixture> = fixture::all(platform.id).into_values().collect();
    all.retain(|fixture| !fixture.exchange.is_empty());
    all
}

/// Attributes that no element has, with the names of what only an owner decides.
fn intruders() -> impl Strategy<Value = Vec<(String, String)>> {
    let name = select(PRIVILEGED.to_vec()).prop_map(str::to_owned);
    let value = prop_oneof![Just("true".to_owned()), "[0-9]{1,6}", text()];
    proptest::collection::vec((name, value), 0..6)
}

/// What a registration sends, with the recorded answers and another shopper.
fn requests(
    platform: &Platform,
    fixture: &Fixture,
    texts: &Texts,
    intruders: Vec<(String, String)>,
) -> Vec<Sent> {
    let own = fixture.settings.clone().into_iter();
    let attributes = [every_field(platform)].into_iter().chain(own);
    let page = SecurityContext {
        is_secure: true,
        is_loopback: true,
    };
    let settings = Settings::new(attributes.chain(intruders).collect(), page);
    let endpoint = platform.check_settings(&settings).ok();
    let values = valid::sent(platform, &settings, texts);
    let Some((endpoint, mut values)) = endpoint.zip(values) else {
        return Vec::new();
    };
    let signup = Rc::new(Signup {
        endpoint: endpoint.clone(),
        settings,
        metadata: None,
        password: Secret::new(values.take(PASSWORD.name)),
        values,
        is_resumed: fixture.resumed,
    });
    let mut rounds = fixture.exchange.iter();
    let mut requests = Vec::new();
    let _ = run(platform, signup, fixture.token.as_deref(), |_, request| {
        requests.push(sent(request, &endpoint));
        let round = rounds.next();
        round.map_or(Err(TransportError::Offline), |round| round.answer.answer())
    });
    requests
}

#[test]
fn nothing_leaves_that_no_contract_knows() {
    for platform in REGISTRY {
        let (known, recorded) = (known(platform), recorded(platform));
        let strategy = (shopper(platform), intruders(), any::<Index>());
        let end = TestRunner::new(cases(150)).run(&strategy, |(texts, intruders, index)| {
            let fixture = index.get(&recorded);
            for request in requests(platform, fixture, &texts, intruders) {
                let names = all_names(&request);
                let is_group = |name: &&String| GROUPS.iter().any(|group| name.contains(group));
                let may_group = fixture.settings.contains_key("customer-group");
                prop_assert!(may_group || names.iter().find(is_group).is_none());
                let unknown: Vec<_> = names.difference(&known).collect();
                prop_assert!(unknown.is_empty(), "{}: {:?}", request.path, unknown);
            }
            Ok(())
        });
        end.unwrap_or_else(|error| panic!("{}: {error}", platform.id));
    }
}

#[test]
fn no_contract_knows_a_name_that_a_shopper_could_use() {
    // The owner sets a group by an attribute, and a document names its own type.
    let owned = ["customerGroupId", "type", "id"];
    for platform in REGISTRY {
        for name in known(platform) {
            let last = name.rsplit('/').next().unwrap_or_default();
            let is_owned = owned.contains(&last) || !PRIVILEGED.contains(&last);
            assert!(is_owned, "{}: {name}", platform.id);
        }
    }
}

#[test]
fn most_shoppers_are_sent_and_reach_the_creation() {
    for platform in REGISTRY {
        let recorded = recorded(platform);
        let count = std::cell::Cell::new(0);
        let strategy = (shopper(platform), any::<Index>());
        let end = TestRunner::new(cases(100)).run(&strategy, |(texts, index)| {
            let requests = requests(platform, index.get(&recorded), &texts, Vec::new());
            count.set(count.get() + usize::from(!requests.is_empty()));
            Ok(())
        });
        end.unwrap_or_else(|error| panic!("{}: {error}", platform.id));
        assert!(count.get() > 50, "{}: {}", platform.id, count.get());
    }
}
