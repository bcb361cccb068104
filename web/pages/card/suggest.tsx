// «Подсказать код по тексту»: the text of the appeal in, the likeliest codes out.
import { useEffect, useState } from "preact/hooks";
import type { Appeal, Hit, Suggestion } from "../../core/api.gen";
import { client } from "../../core/client";
import { blankQuestion } from "../../state/draft";
import { whyFound } from "../../state/search";
import { Field, controlProps } from "../../ui/field";
import { CheckField } from "../../ui/inputs";
import { useDraft } from "./form";

const label = "Текст обращения (для подсказки, в архив не попадает)";
const pause = 250; // ms after the last key

export function Suggest({ appeal }: { appeal: Appeal }) {
  const draft = useDraft();
  const kept = appeal.text ?? "";
  const [text, setText] = useState(kept);
  const [keep, setKeep] = useState(kept !== "");
  const [found, setFound] = useState<Suggestion | null>(null);
  useEffect(() => {
    if (!text.trim()) return setFound(null);
    let current = true;
    const timer = setTimeout(() => void client.call("suggestCodes", { text }).then((s) => current && setFound(s), () => {}), pause);
    return () => { current = false; clearTimeout(timer); };
  }, [text]);
  const store = (value: string) => draft.change((a) => { if (value) a.text = value; else delete a.text; });
  const box = { id: "suggest-text", label, hint: "Вставьте или перескажите суть: программа предложит коды. Текст никуда не отправляется." };
  return (
    <details class="rro-suggest" open={kept !== "" || undefined}>
      <summary>Подсказать код по тексту</summary>
      <Field {...box}>
        <textarea {...controlProps(box)} rows={5} class="form-control form-control-sm" value={text}
          onInput={(e) => { setText(e.currentTarget.value); if (keep) store(e.currentTarget.value); }}
          onBlur={() => { if (keep) void draft.flush(); }} />
      </Field>
      <CheckField id="suggest-keep" label="Хранить этот текст вместе с обращением" checked={keep}
        onChange={(on) => { setKeep(on); store(on ? text : ""); void draft.flush(); }} />
      <div aria-live="polite">
        {found && <Found found={found} onTake={(hit) => { take(draft, appeal, hit); void learn(text, hit); }} />}
      </div>
    </details>
  );
}

function Found({ found, onTake }: { found: Suggestion; onTake: (hit: Hit) => void }) {
  if (!found.hits.length) return <p class="rro-quiet">Ничего похожего не нашлось. Опишите суть другими словами.</p>;
  return (
    <>
      {found.topics.length > 1 && (
        <>
          <p class="rro-suggest-title">Похоже, в тексте несколько вопросов:</p>
          <ul class="rro-suggested">{found.topics.map((t) => <Code key={t.hit.code} hit={t.hit} why={`«${t.text}»`} onTake={onTake} />)}</ul>
        </>
      )}
      <p class="rro-suggest-title">{found.topics.length > 1 ? "По тексту в целом:" : "Вероятнее всего:"}</p>
      <ul class="rro-suggested">{found.hits.map((h) => <Code key={h.code} hit={h} why={whyFound(h)} onTake={onTake} />)}</ul>
    </>
  );
}

function Code({ hit, why, onTake }: { hit: Hit; why: string; onTake: (hit: Hit) => void }) {
  return (
    <li>
      <button type="button" class="btn btn-sm btn-outline-primary" title={hit.path} onClick={() => onTake(hit)}>Взять</button>
      <span><span class="rro-code">{hit.code}</span> {hit.title}<span class="rro-hit-path">{why || hit.path}</span></span>
    </li>
  );
}

/** The code goes into the first question that has none, else into a new one. */
function take(draft: ReturnType<typeof useDraft>, appeal: Appeal, hit: Hit) {
  if (appeal.questions.some((q) => q.code === hit.code)) return;
  draft.change((a) => {
    const free = a.questions.find((q) => !q.code);
    if (free) free.code = hit.code;
    else a.questions.push({ ...blankQuestion(), code: hit.code });
  });
  void draft.flush();
}

/** A long text teaches too little for its length: the phrase that led to the code is what is remembered. */
function learn(text: string, hit: Hit) {
  return client.call("chooseCode", { query: hit.phrase || text, code: hit.code }).catch(() => {});
}
