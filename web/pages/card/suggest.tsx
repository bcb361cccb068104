// «Подсказать код по тексту»: the text of the appeal in, the likeliest codes out.
import { useEffect, useState } from "preact/hooks";
import type { Appeal, Hit, Suggestion } from "../../core/api.gen";
import { client } from "../../core/client";
import { blankQuestion } from "../../state/draft";
import { whyFound } from "../../state/search";
import { plural } from "../../text/format";
import { Field, controlProps } from "../../ui/field";
import { focusField } from "../../ui/findings";
import { CheckField } from "../../ui/inputs";
import { useDraft } from "./form";

const label = "Текст обращения (для подсказки, в архив не попадает)";
const pause = 250; // ms after the last key
const longest = 65536; // characters; the core reads no more

export function Suggest({ appeal }: { appeal: Appeal }) {
  const draft = useDraft();
  const kept = appeal.text ?? "";
  const [unkept, setUnkept] = useState("");
  const [wanted, setWanted] = useState(false); // ticked before there was a text
  const [openAtFirst] = useState(kept !== "");
  const [found, setFound] = useState<Suggestion | null>(null);
  const keep = wanted || kept !== "", text = keep ? kept : unkept;
  useEffect(() => {
    if (!text.trim()) return setFound(null);
    let current = true;
    const timer = setTimeout(() => void client.call("suggestCodes", { text }).then((s) => current && setFound(s), () => {}), pause);
    return () => { current = false; clearTimeout(timer); };
  }, [text]);
  const store = (value: string) => draft.change((a) => { if (value) a.text = value; else delete a.text; });
  const box = { id: "suggest-text", label, hint: "Вставьте или перескажите суть: программа предложит коды. Текст никуда не отправляется." };
  return (
    <details class="rro-suggest" open={openAtFirst || undefined}>
      <summary>Подсказать код по тексту</summary>
      <Field {...box}>
        <textarea {...controlProps(box)} rows={4} maxLength={longest} class="form-control form-control-sm" value={text}
          onInput={(e) => { if (keep) { setWanted(true); store(e.currentTarget.value); } else setUnkept(e.currentTarget.value); }}
          onBlur={() => { if (keep) void draft.flush(); }} />
      </Field>
      <CheckField id="suggest-keep" label="Хранить этот текст вместе с обращением" checked={keep}
        onChange={(on) => {
          setWanted(on);
          setUnkept(on ? "" : text);
          if (!text) return; // an empty text makes no record
          store(on ? text : "");
          void draft.flush();
        }} />
      <p class="visually-hidden" aria-live="polite">{found && summary(found)}</p>
      {found && <Found found={found} appeal={appeal} onTake={(hit) => { take(draft, hit); void learn(hit); }} />}
    </details>
  );
}

/** What a screen reader hears of the answer; the list itself would be too long to hear at every pause. */
function summary({ hits, topics }: Suggestion) {
  if (!hits.length) return nothing;
  const questions = topics.length > 1 ? `Похоже, в тексте ${plural(topics.length, "вопрос", "вопроса", "вопросов")}. ` : "";
  return `${questions}Вероятнее всего: ${(topics[0]?.hit ?? hits[0])!.title}.`;
}

const nothing = "Ничего похожего не нашлось. Опишите суть другими словами.";

interface FoundProps {
  found: Suggestion;
  appeal: Appeal;
  onTake: (hit: Hit) => void;
}

function Found({ found, appeal, onTake }: FoundProps) {
  if (!found.hits.length) return <p class="rro-quiet">{nothing}</p>;
  const several = found.topics.length > 1;
  const rest = found.hits.filter((h) => !found.topics.some((t) => t.hit.code === h.code));
  const code = (hit: Hit, why: string) =>
    <Code key={hit.code} hit={hit} why={why} at={appeal.questions.findIndex((q) => q.code === hit.code) + 1} onTake={onTake} />;
  return (
    <div class="rro-suggest-found">
      {several && (
        <>
          <p class="rro-suggest-title">Похоже, в тексте несколько вопросов:</p>
          <ul class="rro-suggested">{found.topics.map((t) => code(t.hit, `«${shortened(t.text)}»`))}</ul>
        </>
      )}
      {rest.length > 0 && (
        <>
          <p class="rro-suggest-title">{several ? "Ещё подходит:" : "Вероятнее всего:"}</p>
          <ul class="rro-suggested">{rest.map((h) => code(h, whyFound(h)))}</ul>
        </>
      )}
    </div>
  );
}

const shortened = (text: string) => text.length > 90 ? text.slice(0, 90).trimEnd() + "…" : text;

interface CodeProps {
  hit: Hit;
  why: string;
  at: number; // the question that has the code, from 1; 0 = none
  onTake: (hit: Hit) => void;
}

/** The button keeps the focus when the code was taken: it then leads to the question. */
function Code({ hit, why, at, onTake }: CodeProps) {
  return (
    <li>
      <button type="button" class={"btn btn-sm " + (at ? "btn-link" : "btn-outline-primary")} aria-describedby={`suggested-${hit.code}`}
        onClick={() => at ? focusField(`questions.${at - 1}.status`) : onTake(hit)}>{at ? `Вопрос ${at}` : "Взять"}</button>
      <span id={`suggested-${hit.code}`} title={hit.path}><span class="rro-code">{hit.code}</span> {hit.title}<span class="rro-hit-path">{why || hit.path}</span></span>
    </li>
  );
}

/** The code goes into the first question that has none, else into a new one. */
function take(draft: ReturnType<typeof useDraft>, hit: Hit) {
  draft.change((a) => {
    const free = a.questions.find((q) => !q.code);
    if (free) free.code = hit.code;
    else a.questions.push({ ...blankQuestion(), code: hit.code });
  });
  void draft.flush();
}

/** Nothing of the text itself is remembered: only that the phrase which led to the code was right. */
async function learn(hit: Hit) {
  if (hit.phrase) await client.call("chooseCode", { query: hit.phrase, code: hit.code }).catch(() => {});
}
