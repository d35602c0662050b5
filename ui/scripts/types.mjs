/** Writes src/api/schema.ts from the server's OpenAPI document; with --check it fails when the file is stale. */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";

const TARGET = new URL("../src/api/schema.ts", import.meta.url);
const python = process.env.PYTHON ?? "python3";

/** Words about the contract are not the contract: without them a better sentence makes no stale file. */
const isProse = (key, value) => ["title", "summary", "description"].includes(key) && typeof value === "string";
const withoutProse = (key, value) => (isProse(key, value) ? undefined : value);

const document = JSON.parse(execFileSync(python, ["-m", "huiyin", "openapi"], { maxBuffer: 64 << 20 }).toString(), withoutProse);
const head = "/** Made from the server's OpenAPI document by `npm run types`; do not edit. */\n\n";
const text = head + astToString(await openapiTS(document, { alphabetize: true }));

const stale = readFileSync(TARGET, "utf8") !== text;
if (process.argv.includes("--check")) {
  if (stale) console.error("src/api/schema.ts is stale: run `npm run types` in ui/");
  process.exit(stale ? 1 : 0);
}
// An unchanged file keeps its date, so that nothing is built again for it.
if (stale) writeFileSync(TARGET, text);
