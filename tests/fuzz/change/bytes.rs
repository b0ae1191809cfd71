//! Changes of bytes, wherever they fall.

use super::{Change, How};

/// The longest run that is cut or doubled.
const LONGEST_RUN: usize = 40;

/// The text after a change. What is no UTF-8 then becomes U+FFFD.
pub fn changed(change: &Change, text: &str) -> String {
    let mut bytes = text.as_bytes().to_vec();
    let at = change.at.index(bytes.len() + 1);
    let end = bytes.len().min(at + 1 + change.to.index(LONGEST_RUN));
    match change.how {
        How::Flip => {
            if let Some(byte) = bytes.get_mut(at) {
                *byte ^= 1 << (change.number % 8);
            }
        }
        How::Cut => drop(bytes.drain(at..end)),
        How::Double => {
            let run = bytes[at..end].to_vec();
            drop(bytes.splice(at..at, run));
        }
        How::Put => drop(bytes.splice(at..at, change.word.bytes())),
        How::Truncate => bytes.truncate(at),
        How::Become => bytes = change.word.clone().into_bytes(),
        _ => {}
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
