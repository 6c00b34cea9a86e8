// Every page of the site, from the one list that there is: the doc comments of src/routes.rs.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const source = join(dirname(fileURLToPath(import.meta.url)), "../../src/routes.rs");

/** What stands for `:id` and `:code` in an address: something that the Shanghai pack has. */
const EXAMPLES = {
  "/programmes/:id": "ui_skill_upgrade",
  "/honours/:id": "csa13-1",
  "/courses/:id": "S1893",
  "/occupations/:code": "6-31-01-03",
  "/majors/:code": "660107",
  "/enquiry/:receipt": "7K3M-9QPX-4TWN",
};

/** A document in a frame of another site, without the menu and what else pages have: embed-*.test.mjs. */
const FRAMED = "/embed/:name";

const documented = [...readFileSync(source, "utf8").matchAll(/^\s*\/\/\/ `(\/[^`]*)`/gm)].map(([, route]) => route);

/** An address for each route but widgets, fragments left out; fails where an example is missing. */
export const ROUTES = documented.filter((route) => route !== FRAMED).map((route) => {
  const example = EXAMPLES[route];
  if (route.includes(":") && !example) {
    throw new Error(`tests/e2e/routes.mjs: give an example for ${route}`);
  }
  return example ? route.replace(/:.*/, example) : route;
});
