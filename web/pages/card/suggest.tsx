// «Подсказать код по тексту»: suggests codes for the text of an appeal.
import { useEffect, useState } from "preact/hooks";
import type { Appeal, Hit, Suggestion } from "../../core/api.gen";
import { client } from "../../core/client";
import { blankQuestion } from "../../state/draft";
import { Field, controlProps } from "../../ui/field";
import { CheckField } from "../../ui/inputs";
import { useDraft } from "./form";
import { Suggested, summary } from "./suggested";

const label = "Текст обращения (для подсказки, в архив не попадает)";
const pause = 250; // ms after the last key
const longest = 65536; // characters; the core reads no more

export function Suggest({ appeal }: { appeal: Appeal }) {
  const draft = useDraft();
  const kept = appeal.text ?? "";
  const [unkept, setUnkept] = useState("");
  const [wanted, setWanted] = useState(false); // ticked before a text was typed
  const [openAtFirst] = useState(kept !== "");
  const [found, setFound] = useState<Suggestion | null>(null);
  const keep = wanted || kept !== "", text = keep ? kept : unkept;
  useEffect(() => {
    if (!text.trim()) return setFound(null);
    let current = true;
    const timer = setTimeout(() => void client.call("suggestCodes", { text })
      .then((s) => current && setFound(s), () => {}), pause);
    return () => { current = false; clearTimeout(timer); };
  }, [text]);
  const store = (value: string) => draft.change((a) => { if (value) a.text = value; else delete a.text; });
  const box = { id: "suggest-text", label,
    hint: "Вставьте или перескажите суть: программа предложит коды. Текст никуда не отправляется." };
  return (
    <details class="rro-suggest" open={openAtFirst || undefined}>
      <summary>Подсказать код по тексту</summary>
      <Field {...box}>
        <textarea {...controlProps(box)} rows={4} maxLength={longest} class="form-control form-control-sm" value={text}
          onInput={(e) => { if (keep) { setWanted(true); store(e.currentTarget.value); } else
          setUnkept(e.currentTarget.value); }}
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
      {found && <Suggested found={found} appeal={appeal} onTake={(hit) => { take(draft, hit); void learn(hit); }} />}
    </details>
  );
}

/** Puts the code into the first question that has none, or into a new one. */
function take(draft: ReturnType<typeof useDraft>, hit: Hit) {
  draft.change((a) => {
    const free = a.questions.find((q) => !q.code);
    if (free) free.code = hit.code;
    else a.questions.push({ ...blankQuestion(), code: hit.code });
  });
  void draft.flush();
}

/** Stores that the phrase which led to the code was right, and nothing of the text. */
async function learn(hit: Hit) {
  if (hit.phrase) await client.call("chooseCode", { query: hit.phrase, code: hit.code }).catch(() => {});
}
