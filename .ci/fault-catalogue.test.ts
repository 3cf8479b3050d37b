import { checkCatalogue } from "./catalogue.ts";

checkCatalogue({
  file: "docs/fault-catalogue.md",
  prefixes: ["UP", "PK", "ST", "DB", "WS"],
  leastRows: 81,
});
