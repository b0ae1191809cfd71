//! What the glue of wasm-bindgen has and no browser needs that can show the form.

use super::names::replace_times;
use anyhow::Result;

/// A piece of the glue, how often it is there, and what stands in its place.
type Piece = (&'static str, usize, &'static str);

/// Browsers without `FinalizationRegistry` or `encodeInto` lack `adoptedStyleSheets`, too.
const OLD_BROWSERS: [Piece; 2] = [
    (
        "(typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : new FinalizationRegistry",
        2,
        "new FinalizationRegistry",
    ),
    (
        "if (!('encodeInto' in cachedTextEncoder)) {
    cachedTextEncoder.encodeInto = function (arg, view) {
        const buf = cachedTextEncoder.encode(arg);
        view.set(buf);
        return {
            read: arg.length,
            written: buf.length
        };
    };
}
",
        1,
        "",
    ),
];

/// The element calls `initSync({ module })` with a compiled module, and `free()`.
const OTHER_CALLERS: [Piece; 3] = [
    (
        "    if (module !== undefined) {
        if (Object.getPrototypeOf(module) === Object.prototype) {
            ({module} = module)
        } else {
            console.warn('using deprecated parameters for `initSync()`; pass a single object instead')
        }
    }
",
        1,
        "    ({module} = module)
",
    ),
    (
        "    if (!(module instanceof WebAssembly.Module)) {
        module = new WebAssembly.Module(module);
    }
",
        1,
        "",
    ),
    (
        "if (Symbol.dispose) Widget.prototype[Symbol.dispose] = Widget.prototype.free;
",
        1,
        "",
    ),
];

/// Panics of the module end at once, so nothing asks for a new start from inside.
const OTHER_MODULES: [Piece; 5] = [
    (
        "    if (__wbg_reinit_scheduled) {
        __wbg_reset_state();
        return;
    }
",
        1,
        "",
    ),
    ("    __wbg_reinit_scheduled = false;\n", 1, ""),
    ("if (typeof numBytesDecoded !== 'undefined') ", 1, ""),
    ("if (typeof WASM_VECTOR_LEN !== 'undefined') ", 1, ""),
    ("let __wbg_reinit_scheduled = false;\n", 1, ""),
];

/// Encodes the text into memory of the right size. The glue's other way is faster for long texts, and the widget has
/// short ones.
const TEXTS: [Piece; 2] = [
    ("    if (realloc === undefined) {\n", 1, "    {\n"),
    (
        "    let len = arg.length;
    let ptr = malloc(len, 1) >>> 0;

    const mem = getUint8ArrayMemory0();

    let offset = 0;

    for (; offset < len; offset++) {
        const code = arg.charCodeAt(offset);
        if (code > 0x7F) break;
        mem[ptr + offset] = code;
    }
    if (offset !== len) {
        if (offset !== 0) {
            arg = arg.slice(offset);
        }
        ptr = realloc(ptr, len, len = offset + arg.length * 3, 1) >>> 0;
        const view = getUint8ArrayMemory0().subarray(ptr + offset, ptr + len);
        const ret = cachedTextEncoder.encodeInto(arg, view);

        offset += ret.written;
        ptr = realloc(ptr, len, offset, 1) >>> 0;
    }

    WASM_VECTOR_LEN = offset;
    return ptr;
",
        1,
        "",
    ),
];

/// Long sentences for whoever calls a module that has stopped. Only the element does, and it reads none.
const SENTENCES: [Piece; 2] = [
    (
        "'Cannot invoke closure from previous WASM instance'",
        2,
        "'old instance'",
    ),
    (
        "'Invalid stale object from previous Wasm instance'",
        1,
        "'old instance'",
    ),
];

/// The glue without these pieces. Fails if wasm-bindgen writes one in another way, or no longer.
pub fn shorten(glue: &str) -> Result<String> {
    let mut glue = glue.to_owned();
    let pieces = OLD_BROWSERS.iter().chain(&OTHER_CALLERS);
    let pieces = pieces.chain(&OTHER_MODULES).chain(&TEXTS);
    for (from, times, to) in pieces.chain(&SENTENCES) {
        glue = replace_times(&glue, from, to, *times)?;
    }
    Ok(glue)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_piece_that_is_missing_fails() {
        let error = shorten("let cachedTextEncoder;").unwrap_err().to_string();
        assert!(error.contains("FinalizationRegistry"), "{error}");
    }
}
