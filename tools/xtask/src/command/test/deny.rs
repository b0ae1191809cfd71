//! cargo-deny: advisories, licences, bans, sources.

use super::Options;
use super::report::Outcome;
use crate::context::Context;
use crate::process;
use crate::tools::{cargo, path_with};
use anyhow::Result;
use std::process::Command;

const NOT_CHECKED: &str = "ADVISORIES NOT CHECKED: their database can't be fetched from here";

/// Checks the dependencies. Without a way to the advisory database, it says so and checks the rest.
pub fn run(context: &Context, _: &Options) -> Result<Outcome> {
    let mut fetch = deny(context, &["fetch", "db"])?;
    let failure = process::read(&mut fetch).err();
    let checks: &[&str] = match failure {
        None => &["check", "advisories", "bans", "licenses", "sources"],
        Some(_) => &["check", "bans", "licenses", "sources"],
    };
    let mut check = deny(context, checks)?;
    process::run(
        context,
        "Checking the dependencies",
        "some seconds",
        &mut check,
    )?;
    let Some(reason) = failure else {
        return Ok(Outcome::default());
    };
    eprintln!("{reason:#}");
    println!("  {NOT_CHECKED}");
    Ok(Outcome {
        note: NOT_CHECKED.to_owned(),
        times: Vec::new(),
    })
}

fn deny(context: &Context, arguments: &[&str]) -> Result<Command> {
    let folder = cargo::deny(context)?;
    let mut command = context.cargo(["deny", "--workspace"]);
    command.args(arguments).env("PATH", path_with(&[&folder])?);
    Ok(command)
}
