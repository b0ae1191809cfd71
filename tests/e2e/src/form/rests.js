const place = () => {
  const { x, y, width, height } = root.querySelector(arguments[1])?.getBoundingClientRect() ?? {};
  return [x, y, width, height].join(" ");
};
root.querySelector(arguments[1])?.scrollIntoView({ behavior: "instant", block: "nearest" });
const before = place();
const frame = () => new Promise((goOn) => requestAnimationFrame(goOn));
return frame().then(frame).then(() => place() === before);
