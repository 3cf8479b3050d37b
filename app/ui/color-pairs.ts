type Pairs = readonly (readonly [front: string, grounds: readonly string[]])[];

/** Every colour that words and icons are set in, with all it is set on: 4.5 to 1 at least (WCAG 2.2, 1.4.3). */
export const textPairs: Pairs = [
  ["ink", ["paper", "sheet", "margin", "pen-wash", "pencil-wash", "alarm-wash"]],
  ["ink-soft", ["paper", "sheet", "margin", "pen-wash", "pencil-wash"]],
  ["pen", ["paper", "sheet", "margin", "pen-wash", "pencil-wash"]],
  ["pen-deep", ["pen-wash"]],
  ["on-pen", ["pen", "pen-deep"]],
  ["pencil", ["paper", "sheet", "margin", "pencil-wash"]],
  ["alarm", ["paper", "sheet", "margin", "alarm-wash"]],
];

/** Edges, rings and bars that one must see to use the page: 3 to 1 at least (WCAG 2.2, 1.4.11). */
export const edgePairs: Pairs = [
  ["control", ["paper", "sheet", "margin"]],
  ["pen", ["paper", "sheet", "margin", "pen-wash", "pencil-wash", "alarm-wash"]],
  ["pencil", ["paper", "sheet", "margin"]],
  ["alarm", ["paper", "sheet", "alarm-wash"]],
  ["on-pen", ["pen"]],
];

/** Lines that only part what space parts already. */
export const decorativeEdges = ["line", "rule", "transparent"];
