// node write-people.mjs FOLDER: the people as rows of little-endian numbers, for the native engine.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { cases, numbers } from "./people.mjs";

for (const [known, people] of Object.entries(cases)) {
  writeFileSync(join(process.argv[2], `${known}.bin`), new Uint8Array(numbers(people()).buffer));
}
