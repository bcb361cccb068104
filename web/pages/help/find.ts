// Finds rules by words. A message of the portal has more words than the rule, so the nearest rules are shown when none
// matches fully.
import { rules, type Rule } from "../../core/api.gen";
import { levelNames } from "../../ui/findings";
import { label } from "../../text/format";

// Codes of rules begin with Latin letters. Clerks type Russian letters that look the same.
const latin = "abcehkmoptxy", russian = "авсенкмортху";
const fold = (text: string) => text.toLowerCase().replaceAll("ё", "е")
  .replace(/[a-z]/g, (c) => russian[latin.indexOf(c)] ?? c);
const texts = new Map(rules.map((r) =>
  [r, fold([r.code, levelNames[r.level], label(r.field), r.text, r.hint].join(" "))]));

/** First the rule with the typed code, then rules whose codes begin with it. */
function codeFit({ code }: Rule, words: readonly string[]): number {
  return Math.min(...words.map((w) => (fold(code) === w ? 0 : fold(code).startsWith(w + ".") ? 1 : 2)));
}

export function findRules(query: string): { found: readonly Rule[]; loose: boolean } {
  const words = fold(query).split(/[^\p{L}\p{N}.-]+/u).map((w) => w.replace(/^[.-]+|[.-]+$/g, "")).filter(Boolean);
  if (!words.length) return { found: rules, loose: false };
  const scored = rules.map((rule) => ({ rule, score: words.filter((w) => texts.get(rule)!.includes(w)).length }));
  const all = scored.filter((s) => s.score === words.length).map((s) => s.rule);
  if (all.length) return { found: all.sort((x, y) => codeFit(x, words) - codeFit(y, words)), loose: false };
  const best = Math.max(...scored.map((s) => s.score));
  // fewer than half of the words match by chance
  const near = best * 2 < words.length ? [] : scored.filter((s) => s.score >= best - 1);
  return { found: near.map((s) => s.rule), loose: true };
}
