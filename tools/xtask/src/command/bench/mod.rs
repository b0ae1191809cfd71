//! `cargo xtask bench`: how long a shopper waits for the form, beside a static form and a hand-written element.

mod devtools;
mod load;
mod page;
mod server;
mod table;

use crate::context::Context;
use crate::process::interrupt;
use crate::tools::engine;
use anyhow::{Result, ensure};
use clap::Args;
use devtools::DevTools;
use load::Line;
use page::Page;
use std::fs;
use std::time::Duration;
use table::Row;

/// Options of `bench`.
#[derive(Args)]
pub struct Options {
    /// How often each page is loaded on each line.
    #[arg(long, default_value_t = 9, value_parser = clap::value_parser!(u32).range(1..))]
    runs: u32,
    /// Put the table into README.md.
    #[arg(long)]
    readme: bool,
}

/// Loads every page on every line in turn, each time with an empty cache, and prints the table.
pub fn run(context: &Context, options: &Options) -> Result<()> {
    ensure!(
        context.root.join("dist/embed/integrity.json").is_file(),
        "dist/embed is missing: run `cargo xtask dist` first"
    );
    let browser = engine::chromium_program(context)?;
    let origin = server::start(context)?;
    let rows = measure(&mut DevTools::start(&browser)?, &origin, options.runs)?;
    let table = table::table(&rows)?;
    print!("{table}");
    if options.readme {
        let path = context.root.join("README.md");
        let readme = table::with_table(&fs::read_to_string(&path)?, &table)?;
        fs::write(path, readme)?;
    }
    Ok(())
}

fn measure(browser: &mut DevTools, origin: &str, runs: u32) -> Result<Vec<Row>> {
    let mut rows = empty_rows();
    for page in &page::ALL {
        // The browser itself is slow with its first pages.
        load::load(browser, &format!("{origin}{}", page.path), Line::Fast)?;
    }
    for run in 1..=runs {
        eprintln!("run {run} of {runs}");
        for (row, (page, line)) in rows.iter_mut().zip(places()) {
            interrupt::pause(Duration::ZERO)?;
            let address = format!("{origin}{}", page.path);
            row.loads.push(load::load(browser, &address, line)?);
        }
    }
    Ok(rows)
}

/// Every page on every line, in the order of the table.
fn places() -> impl Iterator<Item = (&'static Page, Line)> {
    let lines = [Line::Fast, Line::Slow].into_iter();
    lines.flat_map(|line| page::ALL.iter().map(move |page| (page, line)))
}

fn empty_rows() -> Vec<Row> {
    let rows = places().map(|(page, line)| Row {
        page: page.name,
        line: line.name(),
        loads: Vec::new(),
    });
    rows.collect()
}
