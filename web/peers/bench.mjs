// What build/bench calls in the built page.
import { memory, settled } from "./core.mjs";
import * as rounds from "./rounds.mjs";
import * as search from "./search.mjs";

globalThis.rroBench = { ...rounds, search, memory, settled, agent: () => navigator.userAgent };
