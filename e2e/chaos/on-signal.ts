/**
 * What goes wrong inside a process when it gets SIGWINCH (a stop listens to most others): a module to load before the server,
 * so that the product needs no way in for it. The errors hold words that no log may hold; they are put together only then,
 * because a stack may show the source.
 */
const harms = {
  "uncaught exception": `setTimeout(() => { throw new Error("CANARY" + "-WORDS") })`,
  "unhandled rejection": `Promise.reject(new Error("CANARY" + "-WORDS"))`,
  "blocked event loop": `const end = Date.now() + 3000; while (Date.now() < end);`,
  "out of memory": `const hoard = []; setInterval(() => { for (let n = 0; n < 40; n++) hoard.push(Array.from({ length: 5000 }, () => ({}))) })`,
};

export type Harm = keyof typeof harms;

/** The environment of a process that SIGWINCH does this harm to. */
export function harmedBySignal(harm: Harm): Record<string, string> {
  const source = `process.on("SIGWINCH", () => { ${harms[harm]} })`;
  const memory = harm === "out of memory" ? " --max-old-space-size=96" : "";
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(source)}${memory}` };
}
