import { checkCatalogue } from "./catalogue.ts";

checkCatalogue({ file: "docs/access-catalogue.md", prefixes: ["AU", "AZ", "RR"], leastRows: 52 });
