//! Changes that make a new input from a seen one.

mod bytes;
mod tree;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// One change. What it has no use for, it leaves alone.
#[derive(Clone, Debug)]
pub struct Change {
    /// What is done.
    pub how: How,
    /// Which part of the input it is done to.
    pub part: Index,
    /// Where.
    pub at: Index,
    /// A second place, or how far.
    pub to: Index,
    /// What is put in.
    pub word: String,
    /// A number that is put in.
    pub number: u32,
}

/// What is done to an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// Changes a bit.
    Flip,
    /// Takes a run of bytes out.
    Cut,
    /// Writes a run of bytes twice.
    Double,
    /// Puts a word in.
    Put,
    /// Cuts the end off.
    Truncate,
    /// Puts a word in place of everything.
    Become,
    /// Puts a word in place of a JSON value, as text or as what it reads as.
    Replace,
    /// Takes a member or an item out.
    Remove,
    /// Puts a JSON value into an array or an object.
    Wrap,
    /// Exchanges two JSON values.
    Exchange,
    /// Gives a member another name.
    Rename,
    /// Something that only this kind of input has.
    Own,
}

const ALL: [How; 12] = [
    How::Flip,
    How::Cut,
    How::Double,
    How::Put,
    How::Truncate,
    How::Become,
    How::Replace,
    How::Remove,
    How::Wrap,
    How::Exchange,
    How::Rename,
    How::Own,
];

/// One change and up to `most`, with texts of the dictionary.
pub fn changes(dictionary: Vec<String>, most: usize) -> impl Strategy<Value = Vec<Change>> {
    let places = (any::<Index>(), any::<Index>(), any::<Index>());
    let number = prop_oneof![0..600_u32, any::<u32>()];
    let change = (select(ALL.to_vec()), places, select(dictionary), number);
    let change = change.prop_map(|(how, (part, at, to), word, number)| Change {
        how,
        part,
        at,
        to,
        word,
        number,
    });
    vec(change, 1..=most)
}

impl Change {
    /// Changes a text, as bytes or as the JSON that it is.
    pub fn apply(&self, text: &mut String) {
        match self.how {
            How::Replace | How::Remove | How::Wrap | How::Exchange | How::Rename => {
                if let Ok(mut value) = serde_json::from_str(text) {
                    tree::change(self, &mut value);
                    *text = value.to_string();
                }
            }
            How::Own => {}
            _ => *text = bytes::changed(self, text),
        }
    }
}
