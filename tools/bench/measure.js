// Runs before each page. `window.figures` resolves with the times since the navigation, in milliseconds.
{
  const isOurs = () => document.querySelector("storefront-signup");
  let usable, takenOver;
  let longestTask = 0;

  const emailIn = (root) =>
    root.querySelector("input[name=email]") ??
    [...root.querySelectorAll("*")].map(({ shadowRoot }) => shadowRoot && emailIn(shadowRoot)).find(Boolean);
  const find = () => {
    const email = document.body && emailIn(document);
    return email && !email.disabled && !email.readOnly && email.getClientRects().length > 0 ? email : undefined;
  };

  document.addEventListener("signup-ready", () => (takenOver ??= performance.now()));
  new PerformanceObserver((list) => {
    list.getEntries().forEach(({ duration }) => (longestTask = Math.max(longestTask, duration)));
  }).observe({ type: "longtask", buffered: true });

  window.figures = new Promise((resolve, reject) => {
    const isDone = () => usable && document.readyState === "complete" && (takenOver || !isOurs());
    const finish = () => {
      const email = find();
      email.focus();
      document.execCommand("insertText", false, "a");
      if (email.value !== "a") {
        reject(new Error("the email can't be typed into"));
      }
      resolve({ usable, taken_over: takenOver ?? null, longest_task: longestTask });
    };
    const look = () => {
      if (!usable && find()) {
        usable = performance.now();
      }
      // The observer hears of the last task a little later.
      isDone() ? setTimeout(finish, 300) : requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    setTimeout(() => {
      const state = `usable: ${usable}, taken over: ${takenOver}, page: ${document.readyState}`;
      reject(new Error(`the form was not there within 20 seconds (${state})`));
    }, 20_000);
  });
}
