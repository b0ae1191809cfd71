// Keeps what happens on a page for the test that drives it.
{
  const recording = { events: [], console: [], errors: [], violations: [], shifts: [], focused: [] };
  window.recording = recording;

  for (const kind of ["signup-ready", "signup-invalid", "signup-submit", "signup-success", "signup-error"]) {
    document.addEventListener(kind, ({ target, detail }) => recording.events.push({ kind, id: target.id, detail }));
  }

  for (const level of ["debug", "info", "log", "warn", "error"]) {
    const print = console[level];
    console[level] = (...values) => {
      recording.console.push([level, ...values.map(String)].join(" "));
      print.apply(console, values);
    };
  }

  addEventListener("error", ({ message }) => recording.errors.push(String(message)));
  addEventListener("unhandledrejection", ({ reason }) => recording.errors.push(String(reason)));
  addEventListener("focusin", ({ target }) => recording.focused.push(target.tagName.toLowerCase()));
  addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample }) => {
    // WebKit looks for an icon by itself, and reports to the page that it may not.
    if (blockedURI === `${origin}/favicon.ico`) {
      return;
    }
    recording.violations.push(`${effectiveDirective} ${blockedURI} ${sample}`);
  });

  if (PerformanceObserver.supportedEntryTypes.includes("layout-shift")) {
    const note = (list) => recording.shifts.push(...list.getEntries().map(({ value }) => value));
    new PerformanceObserver(note).observe({ type: "layout-shift", buffered: true });
  }
}
