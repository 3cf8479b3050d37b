import { checkCatalogue } from "./catalogue.ts";

checkCatalogue({ file: "docs/budget-catalogue.md", prefixes: ["QT", "ID", "PR"], leastRows: 43 });
