// Keeps the widget's module for a test, and makes it trap in the next call of an import on request.
const TRAP = Uint8Array.of(
  0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 116, 0, 0, 10, 5, 1, 3, 0, 0, 11,
);

const { Instance } = WebAssembly;

function armed(call) {
  return function (...values) {
    if (window.trapNext) {
      window.trapNext = false;
      new Instance(new WebAssembly.Module(TRAP)).exports.t();
    }
    return call.apply(this, values);
  };
}

WebAssembly.Instance = function (code, imports = {}) {
  for (const module of Object.values(imports)) {
    for (const [key, value] of Object.entries(module)) {
      module[key] = typeof value === "function" ? armed(value) : value;
    }
  }
  const instance = new Instance(code, imports);
  window.widgetModule = instance.exports;
  return instance;
};
