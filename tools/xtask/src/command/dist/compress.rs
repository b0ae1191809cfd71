//! The compressed forms and the hashes of the files that a store embeds.

use crate::files;
use anyhow::{Context as _, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha384};
use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::Path;

/// Puts a `.br` and a `.gz` beside every file, and the hashes of all into `integrity.json`.
pub fn finish(embed: &Path) -> Result<()> {
    let mut hashes = BTreeMap::new();
    for path in files::below(embed)? {
        let bytes = fs::read(&path)?;
        fs::write(path.with_added_extension("br"), brotli(&bytes)?)?;
        fs::write(path.with_added_extension("gz"), gzip(&bytes)?)?;
        let name = path.strip_prefix(embed)?.display().to_string();
        hashes.insert(name, integrity(&bytes));
    }
    let text = serde_json::to_string_pretty(&hashes)?;
    fs::write(embed.join("integrity.json"), text).context("integrity.json")
}

/// The hash of some bytes, as the attribute `integrity` takes it: `sha384-…`.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let best = BrotliEncoderParams {
        quality: 11,
        size_hint: bytes.len(),
        ..BrotliEncoderParams::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &best)?;
    Ok(compressed)
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn the_hash_is_the_one_of_the_standard() {
        // The SHA-384 of "alert('Hello, world.');", the example of the specification.
        let hash = "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO";
        assert_eq!(integrity(b"alert('Hello, world.');"), hash);
    }

    #[test]
    fn every_file_gets_its_compressed_forms_and_its_hash() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("locales")).unwrap();
        let text = "text ".repeat(200);
        fs::write(folder.path().join("locales/de.json"), &text).unwrap();
        finish(folder.path()).unwrap();

        let file = fs::File::open(folder.path().join("locales/de.json.gz")).unwrap();
        let mut unpacked = String::new();
        flate2::read::GzDecoder::new(file)
            .read_to_string(&mut unpacked)
            .unwrap();
        assert_eq!(unpacked, text);
        let mut file = fs::File::open(folder.path().join("locales/de.json.br")).unwrap();
        let mut unpacked = Vec::new();
        brotli::BrotliDecompress(&mut file, &mut unpacked).unwrap();
        assert_eq!(unpacked, text.as_bytes());
        let hashes = fs::read_to_string(folder.path().join("integrity.json")).unwrap();
        let hashes: BTreeMap<String, String> = serde_json::from_str(&hashes).unwrap();
        assert_eq!(hashes["locales/de.json"], integrity(text.as_bytes()));
    }
}
