//! `cargo xtask size`: what a shopper downloads, against the budget and the README.

mod why;

use crate::context::Context;
use crate::files;
use anyhow::{Context as _, Result, bail, ensure};
use clap::Args;
use serde::Deserialize;
use std::fs;
use std::path::Path;

/// What every shopper downloads: the entry, with the glue and the sheet in it, and the WebAssembly.
const DOWNLOADED: [&str; 2] = [ENTRY, "storefront-signup_bg.wasm"];
/// What has to be there before a shopper can type.
const ENTRY: &str = "storefront-signup.js";
const OPENING: &str = "<!-- size -->";
const CLOSING: &str = "<!-- /size -->";
const TOLERATED_KILOBYTES: f64 = 0.1;

/// Options of `size`.
#[derive(Args, Default)]
pub struct Options {
    /// Put the number into README.md.
    #[arg(long)]
    write: bool,
    /// Print where the bytes of the last build come from, by crate and module.
    #[arg(long, conflicts_with = "write")]
    why: bool,
}

#[derive(Deserialize)]
struct Budget {
    /// Bytes of brotli that the entry may have.
    entry_brotli: u64,
    /// Bytes of brotli that the downloaded files may have together.
    embed_brotli: u64,
}

struct FileSize {
    name: String,
    raw: u64,
    gzip: u64,
    brotli: u64,
}

/// Prints the sizes of dist/embed. Fails over the budget, and when the README says something else.
pub fn run(context: &Context, options: &Options) -> Result<()> {
    if options.why {
        return why::run(context);
    }
    let folder = context.root.join("dist/embed");
    ensure!(
        folder.is_dir(),
        "dist/embed is missing: run `cargo xtask dist` first"
    );
    let sizes = measure(&folder)?;
    let total = brotli(&sizes, &DOWNLOADED)?;
    let budget = fs::read_to_string(context.root.join("budget.toml"))?;
    let budget: Budget = toml::from_str(&budget).context("budget.toml")?;
    print!("{}", table(&sizes));
    let entry = brotli(&sizes, &[ENTRY])?;
    hold("before a shopper can type", entry, budget.entry_brotli)?;
    hold("downloaded by a shopper", total, budget.embed_brotli)?;
    compare_readme(&context.root.join("README.md"), total, options.write)
}

fn measure(folder: &Path) -> Result<Vec<FileSize>> {
    let mut sizes = Vec::new();
    for path in files::below(folder)? {
        let brotli = path.with_added_extension("br");
        if brotli.is_file() {
            sizes.push(FileSize {
                name: path.strip_prefix(folder)?.display().to_string(),
                raw: fs::metadata(&path)?.len(),
                gzip: fs::metadata(path.with_added_extension("gz"))?.len(),
                brotli: fs::metadata(brotli)?.len(),
            });
        }
    }
    Ok(sizes)
}

/// The bytes of some files together.
fn brotli(sizes: &[FileSize], names: &[&str]) -> Result<u64> {
    let mut total = 0;
    for name in names {
        let file = sizes.iter().find(|size| size.name == *name);
        total += file
            .with_context(|| format!("dist/embed/{name} is missing"))?
            .brotli;
    }
    Ok(total)
}

/// Prints bytes and their limit. Fails if there are more.
fn hold(what: &str, bytes: u64, limit: u64) -> Result<()> {
    println!("{what}, brotli: {bytes} of {limit} bytes");
    ensure!(
        bytes <= limit,
        "{what}: over the budget by {} bytes",
        bytes.saturating_sub(limit)
    );
    Ok(())
}

fn table(sizes: &[FileSize]) -> String {
    let mut table = format!(
        "{:<32}{:>10}{:>10}{:>10}\n",
        "file", "raw", "gzip", "brotli"
    );
    for FileSize {
        name,
        raw,
        gzip,
        brotli,
    } in sizes
    {
        table += &format!("{name:<32}{raw:>10}{gzip:>10}{brotli:>10}\n");
    }
    table
}

fn compare_readme(path: &Path, bytes: u64, write: bool) -> Result<()> {
    let readme = fs::read_to_string(path).context("README.md")?;
    if write {
        return Ok(fs::write(path, with_size(&readme, bytes)?)?);
    }
    let stated = stated_kilobytes(&readme)?;
    let measured = kilobytes(bytes);
    if (stated - measured).abs() > TOLERATED_KILOBYTES {
        bail!("README.md says {stated} KB, it is {measured:.1} KB: run `cargo xtask size --write`");
    }
    Ok(())
}

/// The number between the markers.
fn stated_kilobytes(readme: &str) -> Result<f64> {
    let (_, size, _) = split_at_size(readme)?;
    let number = size.trim().trim_end_matches("KB").trim();
    number
        .parse()
        .with_context(|| format!("README.md has no number between {OPENING} and {CLOSING}"))
}

fn with_size(readme: &str, bytes: u64) -> Result<String> {
    let (before, _, after) = split_at_size(readme)?;
    Ok(format!(
        "{before}{OPENING}{:.1} KB{CLOSING}{after}",
        kilobytes(bytes)
    ))
}

/// What stands before, between and after the markers.
fn split_at_size(readme: &str) -> Result<(&str, &str, &str)> {
    let split = readme.split_once(OPENING).and_then(|(before, rest)| {
        let (size, after) = rest.split_once(CLOSING)?;
        Some((before, size, after))
    });
    split.with_context(|| format!("README.md has no {OPENING}…{CLOSING}"))
}

/// Kilobytes of 1000 bytes.
fn kilobytes(bytes: u64) -> f64 {
    let tenths = (bytes + 50) / 100;
    tenths as f64 / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;

    const README: &str = "It weighs <!-- size -->38.1 KB<!-- /size --> in all.";

    fn size(name: &str, brotli: u64) -> FileSize {
        FileSize {
            name: name.to_owned(),
            raw: 0,
            gzip: 0,
            brotli,
        }
    }

    #[test]
    fn the_readme_states_its_number_between_the_markers() {
        assert_eq!(stated_kilobytes(README).unwrap(), 38.1);
        assert!(stated_kilobytes("no markers").is_err());
        assert!(stated_kilobytes("<!-- size -->soon<!-- /size -->").is_err());
    }

    #[test]
    fn writing_the_size_changes_nothing_else() {
        let written = with_size(README, 40_460).unwrap();
        assert_eq!(
            written,
            "It weighs <!-- size -->40.5 KB<!-- /size --> in all."
        );
    }

    #[test]
    fn a_readme_within_a_tenth_of_a_kilobyte_is_right() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("README.md");
        fs::write(&path, README).unwrap();
        assert!(compare_readme(&path, 38_149, false).is_ok());
        assert!(compare_readme(&path, 40_000, false).is_err());
    }

    #[test]
    fn a_shopper_downloads_the_entry_and_the_webassembly() {
        let entry = size("storefront-signup.js", 5_000);
        let wasm = size("storefront-signup_bg.wasm", 30_000);
        let locale = size("locales/de.json", 900);
        let sizes = [locale, entry, wasm];
        assert_eq!(brotli(&sizes, &DOWNLOADED).unwrap(), 35_000);
        assert_eq!(brotli(&sizes, &[ENTRY]).unwrap(), 5_000);
        assert!(brotli(&[size(ENTRY, 1)], &DOWNLOADED).is_err());
    }

    #[test]
    fn a_byte_over_the_budget_fails() {
        assert!(hold("all", 12_000, 12_000).is_ok());
        assert!(hold("all", 12_001, 12_000).is_err());
    }
}
