// Findings next to their field: what is wrong, why, what to do, and a button where the fix is certain.
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Finding, Fix, Level } from "../core/api.gen";

export const levelNames: Record<string, string> = { error: "Ошибка", warning: "Предупреждение", advice: "Совет" };

const order: Level[] = ["error", "warning", "advice"];

/** The worst first; of one level in the order of the form. */
const byLevel = (list: readonly Finding[]) => order.flatMap((level) => list.filter((f) => f.level === level));

export function worst(list: readonly Finding[]): Level {
  return order.find((level) => list.some((f) => f.level === level)) ?? "";
}

/** How the screen applies a fix; without it no button is shown. */
export const ApplyFix = createContext<((fix: Fix) => void) | null>(null);

/** Link to the other appeal that a finding is about. */
export function FindingLink({ finding }: { finding: Finding }) {
  const { link } = finding;
  if (!link) return null;
  return <> <a class="rro-finding-link" href={"#/appeals/" + link.id}>открыть {link.number || "без номера"}</a></>;
}

interface FindingsProps {
  id: string;
  list: readonly Finding[];
  of?: string; // label of the field, where the list is not directly under it
}

export function Findings({ id, list, of }: FindingsProps) {
  const apply = useContext(ApplyFix);
  if (!list.length) return null;
  return (
    <ul id={id} class="rro-findings">
      {list.map((f, i) => (
        <li key={f.rule + i} class={"rro-finding rro-" + f.level}>
          <strong>{levelNames[f.level]}:</strong> {of && !f.text.includes(of)
            && <span class="rro-finding-of">{of}. </span>}{f.text}{" "}
          <span class="rro-remedy">{f.hint}</span><FindingLink finding={f} />
          {apply && f.fixes?.map((fix) => (
            <button key={fix.label} type="button" class="btn btn-sm btn-outline-primary ms-1"
              onClick={() => apply(fix)}>{fix.label}</button>
          ))}
        </li>
      ))}
    </ul>
  );
}

/** The id of the control of a field path. */
export function fieldId(path: string): string {
  return "f-" + path.replaceAll(".", "-");
}

/** Brings a field into view, its label first, and puts the cursor in it. */
export function focusField(path: string) {
  const control = document.getElementById(fieldId(path));
  if (!control) return;
  (control.closest(".rro-field") ?? control).scrollIntoView({ block: "center" });
  const target = control.matches("input,select,textarea,button") ? control
    : control.querySelector<HTMLElement>("input,select,textarea,button");
  (target ?? control).focus();
}

function question(path: string): string {
  const n = /^questions\.(\d+)/.exec(path)?.[1];
  return n === undefined ? "" : `Вопрос ${Number(n) + 1}. `;
}

/** The error summary: all findings, the worst first, as links to their fields. */
interface SummaryProps {
  list: readonly Finding[];
  numbered?: boolean; // there are several questions: each finding names its own
  children?: preact.ComponentChildren;
}

export function ErrorSummary({ list, numbered, children }: SummaryProps) {
  if (!list.length) return null;
  return (
    <section role="alert" aria-label="Замечания" class={"rro-summary rro-summary-" + worst(list)} tabIndex={-1}
      id="summary">
      <h2>Замечания <span class="rro-count">{list.length}</span></h2>
      <ul>
        {byLevel(list).map((f, i) => (
          <li key={f.rule + f.field + i} class={"rro-" + f.level}>
            <strong>{levelNames[f.level]}:</strong>{" "}
            <a href={"#" + fieldId(f.field)} onClick={(e) => { e.preventDefault(); focusField(f.field); }}>
              {numbered && question(f.field)}{f.text}</a><FindingLink finding={f} />
          </li>
        ))}
      </ul>
      {children}
    </section>
  );
}
