// What build/bench calls in the built page. The functions of rounds/ get the
// round's number first, which says who begins; all times are milliseconds.
import * as archive from "./rounds/archive.mjs";
import * as register from "./rounds/register.mjs";
import * as seed from "./rounds/seed.mjs";
import * as takeIn from "./rounds/takein.mjs";
import * as search from "./search.mjs";

globalThis.rroBench = { ...seed, ...archive, ...takeIn, ...register, search, agent: () => navigator.userAgent };
