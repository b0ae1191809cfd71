// Runs axe-core with the rules of some tags and returns a line for each finding, and for what it
// could not decide.
const rules = {
  // The test's page is no shop: it has neither landmarks nor a heading around the form.
  "landmark-one-main": { enabled: false },
  "page-has-heading-one": { enabled: false },
  region: { enabled: false },
  // Off in axe-core unless it is asked for, and a rule of WCAG 2.2.
  "target-size": { enabled: arguments[1].includes("wcag22aa") },
};
const lines = (verdict, found) =>
  found.flatMap(({ id, nodes }) => nodes.map(({ target, any, all, none }) => {
    const reasons = [...any, ...all, ...none].map(({ message }) => message);
    return `${verdict} ${id} ${target.flat().at(-1)}: ${reasons.join("; ")}`;
  }));
const options = { runOnly: arguments[1], rules, preload: false };
return window.axe
  .run(document, options)
  .then(({ violations, incomplete }) => [...lines("against", violations), ...lines("undecided", incomplete)]);
