// Packs standard input by gzip as small as it gets: the build packs the page script and the core with it.
import { stdin, stdout } from "node:process";
import { buffer } from "node:stream/consumers";
import { gzip } from "libdeflate";

stdout.write(gzip(await buffer(stdin), 12));
