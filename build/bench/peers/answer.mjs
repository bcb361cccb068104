// Answers requests as the peer does: standard input {rows, texts, deep}, standard
// output the codes for each text. build/peer.go calls it.
import { readFileSync, writeFileSync } from "node:fs";
import { makeFinder } from "./minisearch.mjs";

const { rows, texts, deep } = JSON.parse(readFileSync(0, "utf8"));
const find = makeFinder(rows);
writeFileSync(1, JSON.stringify(texts.map((text) => find(text).slice(0, deep).map((hit) => hit.id))));
