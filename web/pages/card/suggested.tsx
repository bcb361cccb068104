// The codes that fit a text, each with a button that takes it.
import { useId } from "preact/hooks";
import type { Appeal, Hit, Suggestion } from "../../core/api.gen";
import { whyFound } from "../../state/search";
import { plural } from "../../text/format";
import { focusField } from "../../ui/findings";

/** The answer for screen readers: they would read the whole list at every pause. */
export function summary({ hits, topics }: Suggestion) {
  if (!hits.length) return nothing;
  const questions = topics.length > 1
    ? `Похоже, в тексте ${plural(topics.length, "вопрос", "вопроса", "вопросов")}. ` : "";
  return `${questions}Вероятнее всего: ${(topics[0]?.hits[0] ?? hits[0])!.title}.`;
}

const nothing = "Ничего похожего не нашлось. Опишите суть другими словами.";

interface SuggestedProps {
  found: Suggestion;
  appeal: Appeal;
  onTake: (hit: Hit) => void;
}

export function Suggested({ found, appeal, onTake }: SuggestedProps) {
  if (!found.hits.length) return <p class="rro-quiet">{nothing}</p>;
  const several = found.topics.length > 1;
  const rest = found.hits.filter((h) => !found.topics.some((t) => t.hits[0]!.code === h.code));
  const code = (hit: Hit, why: string) =>
    <Code key={hit.code} hit={hit} why={why} at={appeal.questions.findIndex((q) => q.code === hit.code) + 1}
      onTake={onTake} />;
  return (
    <div class="rro-suggest-found">
      {several && (
        <>
          <p class="rro-suggest-title">Похоже, в тексте несколько вопросов:</p>
          {found.topics.map((t, i) => (
            <div key={t.text}>
              <ul class="rro-suggested">{t.hits.slice(0, 1).map((h) => code(h, `«${shortened(t.text)}»`))}</ul>
              {t.hits.length > 1 && (
                <details>
                  <summary>Другие коды к этому вопросу<span class="visually-hidden"> {i + 1}</span></summary>
                  <ul class="rro-suggested">{t.hits.slice(1).map((h) => code(h, whyFound(h)))}</ul>
                </details>
              )}
            </div>
          ))}
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

/** When the code was taken, the button keeps the focus and leads to the question. */
function Code({ hit, why, at, onTake }: CodeProps) {
  const id = useId(); // a code may stand under several questions
  return (
    <li>
      <button type="button" class={"btn btn-sm " + (at ? "btn-link" : "btn-outline-primary")}
        aria-describedby={id}
        onClick={() => at ? focusField(`questions.${at - 1}.status`) : onTake(hit)}>
        {at ? `Вопрос ${at}` : "Взять"}</button>
      <span id={id} title={hit.path}>
        <span class="rro-code">{hit.code}</span> {hit.title}<span class="rro-hit-path">{why || hit.path}</span></span>
    </li>
  );
}
