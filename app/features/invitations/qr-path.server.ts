import { encode } from "uqr";

/** Wide enough for every reader: ISO/IEC 18004 asks for four modules. */
const quietModules = 4;

/** The QR code of a text, as the path of its dark modules, each one unit wide. Made here: no other site learns the link. */
export function qrPath(text: string): { size: number; path: string } {
  const { size, data } = encode(text, { ecc: "M", border: quietModules });
  const runs = data.flatMap((row, y) =>
    darkRuns(row).map(([from, to]) => `M${from} ${y}h${to - from}v1h${from - to}z`),
  );
  return { size, path: runs.join("") };
}

function darkRuns(row: boolean[]): [from: number, to: number][] {
  const edges = row.flatMap((dark, x) => (dark === (row[x - 1] ?? false) ? [] : [x]));
  if (edges.length % 2 === 1) edges.push(row.length);
  return edges.flatMap((from, at) =>
    at % 2 === 0 ? [[from, edges[at + 1] ?? row.length] as [number, number]] : [],
  );
}
