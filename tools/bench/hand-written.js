// The floor: a custom element with the same fields, written by hand for this one form.
const FIELDS = [
  ["first_name", "First name", "text", "given-name"],
  ["last_name", "Last name", "text", "family-name"],
  ["email", "Email", "email", "email"],
  ["password", "Password", "password", "new-password"],
];
const STYLE = ":host{display:block;font-family:sans-serif}p{margin:0 0 20px}label{display:block}input{font:inherit}";

function node(name, properties, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

function field([name, label, type, autocomplete]) {
  const input = node("input", { id: name, name, type, autocomplete, required: true });
  return node("p", {}, node("label", { htmlFor: name }, label), input);
}

class HandWrittenSignup extends HTMLElement {
  connectedCallback() {
    const form = node("form", {}, ...FIELDS.map(field));
    const password = form.elements.password;
    password.minLength = 8;
    const show = node("button", { type: "button" }, "Show");
    show.addEventListener("click", () => {
      password.type = password.type === "password" ? "text" : "password";
    });
    const hint = "At least 8 characters. Several words are easy to remember and hard to guess.";
    form.append(show, node("p", {}, hint), node("button", {}, "Create account"));
    form.addEventListener("submit", (event) => event.preventDefault());
    this.attachShadow({ mode: "open" }).append(node("style", {}, STYLE), form);
  }
}

customElements.define("hand-written-signup", HandWrittenSignup);
