//! The tools that the commands need. A missing tool is installed once, for all clones.

pub mod axe;
pub mod cargo;
pub mod debian;
pub mod display;
pub mod engine;
pub mod node;
pub mod npm;
pub mod rustup;

use anyhow::Result;
use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The path of a program on the PATH.
pub fn find_program(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path)
        .map(|folder| folder.join(name))
        .find(|program| program.is_file())
}

/// The PATH, with more folders at its start.
pub fn path_with(folders: &[&Path]) -> Result<OsString> {
    let path = env::var_os("PATH").unwrap_or_default();
    let front = folders.iter().map(|folder| folder.to_path_buf());
    Ok(env::join_paths(front.chain(env::split_paths(&path)))?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_is_found_on_the_path() {
        assert!(find_program("sh").is_some());
        assert!(find_program("no-such-program").is_none());
    }

    #[test]
    fn added_folders_come_first() {
        let path = path_with(&[Path::new("/first"), Path::new("/second")]).unwrap();
        let folders: Vec<_> = env::split_paths(&path).take(2).collect();
        assert_eq!(folders, [PathBuf::from("/first"), PathBuf::from("/second")]);
    }
}
