//! The page's clock.

use js_sys::Function;
use wasm_bindgen::JsValue;

/// Moves `Date.now` on by a day each time that it runs.
const NEXT_DAY: &str = "const { real = Date.now, offset = 0 } = Date.now;
    const next = offset + 24 * 60 * 60 * 1000;
    Date.now = Object.assign(() => real.call(Date) + next, { real, offset: next });";

/// Lets a day pass, so that every token of the page has expired.
pub fn pass_a_day() {
    let script = Function::new_no_args(NEXT_DAY);
    script
        .call0(&JsValue::UNDEFINED)
        .expect("a clock that can be moved on");
}
