//! The accounts, the groups and the credentials.

use maud::{Markup, html};

use super::layout::table;
use crate::account::{Account, AccountState, Credential, CredentialKind, Group};

/// The accounts, newest first. They contain no passwords.
pub(super) fn section(accounts: &[Account]) -> Markup {
    let rows: Vec<Markup> = accounts.iter().rev().map(row).collect();
    html! {
        section aria-labelledby="accounts" {
            h2 id="accounts" { "Accounts " span.count { (accounts.len()) } }
            @if accounts.is_empty() {
                p.empty { "Nobody has registered yet." }
            } @else {
                (table("accounts", &["Email", "Name", "State", "Signs in", "Created", "Id"], &rows))
            }
        }
    }
}

fn row(account: &Account) -> Markup {
    let (state, class) = match account.state {
        AccountState::Registered => ("registered", "good"),
        AccountState::Guest => ("guest", "plain"),
        AccountState::Unfinished => ("unfinished", "warn"),
    };
    html! {
        tr {
            th scope="row" { (account.email) }
            td { (account.name) }
            td { span class={ "tag " (class) } { (state) } }
            td { @if account.can_sign_in { "yes" } @else { "no" } }
            td { (time(&account.created_at)) }
            td { code { (account.id) } }
        }
    }
}

/// The customer groups.
pub(super) fn groups(groups: &[Group]) -> Markup {
    let rows: Vec<Markup> = groups.iter().map(group).collect();
    html! {
        section aria-labelledby="groups" {
            h2 id="groups" { "Customer groups " span.count { (groups.len()) } }
            (table("groups", &["Name", "Members", "Created", "Id"], &rows))
        }
    }
}

fn group(group: &Group) -> Markup {
    html! {
        tr {
            th scope="row" { (group.name) }
            td { (group.members) }
            td { @if group.created_at.is_empty() { "from the start" } @else { (time(&group.created_at)) } }
            td { code { (group.id) } }
        }
    }
}

/// The credentials that the store accepts.
pub(super) fn credentials(credentials: &[Credential]) -> Markup {
    html! {
        section aria-labelledby="credentials" {
            h2 id="credentials" { "Values to use here" }
            dl {
                @for credential in credentials {
                    div {
                        dt { (credential.name) " " span.hint { (kind_label(credential.kind)) } }
                        dd { code { (credential.value) } }
                    }
                }
            }
        }
    }
}

fn kind_label(kind: CredentialKind) -> &'static str {
    match kind {
        CredentialKind::Attribute => "attribute of the element",
        CredentialKind::Owner => "for the owner, never in a page",
        CredentialKind::Shopper => "a shopper with an account",
    }
}

/// A timestamp, shortened for people.
pub(super) fn time(at: &str) -> Markup {
    let day = at.get(..10).unwrap_or(at);
    let clock = at.get(11..19).unwrap_or_default();
    html! { time datetime=(at) { (day) " " (clock) } }
}
