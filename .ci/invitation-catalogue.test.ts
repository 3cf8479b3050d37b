import { checkCatalogue } from "./catalogue.ts";

checkCatalogue({ file: "docs/invitation-catalogue.md", prefixes: ["IN"], leastRows: 16 });
