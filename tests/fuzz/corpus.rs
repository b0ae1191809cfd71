//! The kept inputs, in `tests/fuzz/corpus/<target>/`.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

/// Names and texts of a target's files, in the order of their names.
pub fn read(target: &str) -> Vec<(String, String)> {
    let files = fs::read_dir(folder(target)).expect("a corpus");
    let mut paths: Vec<PathBuf> = files
        .map(|file| file.expect("a readable folder").path())
        .collect();
    paths.sort();
    paths
        .iter()
        .map(|path| (path.display().to_string(), text(path)))
        .collect()
}

/// Writes an input into the corpus, under a name that its text gives.
pub fn keep(target: &str, text: &str) -> String {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    let path = folder(target).join(format!("found-{:016x}", hasher.finish()));
    fs::write(&path, text).expect("a writable corpus");
    path.display().to_string()
}

/// Writes down which input runs next, for a run that does not come back.
pub fn note(target: &str, text: &str) {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("fuzz-{target}"));
    fs::write(path, text).expect("a writable target folder");
}

fn folder(target: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fuzz/corpus")
        .join(target)
}

/// Bytes that are no UTF-8 become U+FFFD, as where the browser reads an answer.
fn text(path: &Path) -> String {
    let bytes = fs::read(path).expect("a readable input");
    String::from_utf8_lossy(&bytes).into_owned()
}
