// Keeps the widget's module for a test, and makes it trap in the next call of an import on request.
const TRAP = Uint8Array.of(
  0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 116, 0, 0, 10, 5, 1, 3, 0, 0, 11,
);

function armed(call) {
  return function (...values) {
    if (window.trapNext) {
      window.trapNext = false;
      new WebAssembly.Instance(new WebAssembly.Module(TRAP)).exports.t();
    }
    return call.apply(this, values);
  };
}

for (const name of ["instantiate", "instantiateStreaming"]) {
  const own = WebAssembly[name];
  WebAssembly[name] = async (source, imports) => {
    for (const module of Object.values(imports)) {
      for (const [key, value] of Object.entries(module)) {
        module[key] = typeof value === "function" ? armed(value) : value;
      }
    }
    const result = await own.call(WebAssembly, source, imports);
    window.widgetModule = (result.instance ?? result).exports;
    return result;
  };
}
