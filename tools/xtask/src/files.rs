//! Folders and their files.

use anyhow::Result;
use std::fs;
use std::path::{Path, PathBuf};

/// All files below a folder, sorted by path.
pub fn below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        match path.is_dir() {
            true => files.extend(below(&path)?),
            false => files.push(path),
        }
    }
    files.sort();
    Ok(files)
}

/// Creates an empty folder. Removes an old one with its files.
pub fn fresh_folder(folder: PathBuf) -> Result<PathBuf> {
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_found_at_every_depth() {
        let folder = tempfile::tempdir().unwrap();
        let (top, deep) = (folder.path().join("z"), folder.path().join("a/b/c"));
        fs::create_dir_all(folder.path().join("a/b")).unwrap();
        fs::write(&top, "").unwrap();
        fs::write(&deep, "").unwrap();
        assert_eq!(below(folder.path()).unwrap(), [deep, top]);
    }

    #[test]
    fn a_fresh_folder_is_empty() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("old"), "").unwrap();
        assert!(
            below(&fresh_folder(folder.path().to_owned()).unwrap())
                .unwrap()
                .is_empty()
        );
    }
}
