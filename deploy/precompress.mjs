// After the build: the files a browser fetches, compressed once and for all.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { root } from "./project.mjs";

const WORTH_IT_BYTES = 256;
const COMPRESSIBLE = /\.(js|css|svg|txt|json|webmanifest)$/;

const client = join(root, "build/client");
const files = readdirSync(client, { recursive: true, encoding: "utf8" }).filter((file) =>
  COMPRESSIBLE.test(file),
);
await Promise.all(files.map((file) => precompress(join(client, file))));

async function precompress(file) {
  const content = readFileSync(file);
  if (content.length < WORTH_IT_BYTES) return;
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }),
    promisify(gzip)(content, { level: constants.Z_BEST_COMPRESSION }),
  ]);
  writeFileSync(`${file}.br`, br);
  writeFileSync(`${file}.gz`, gz);
}
