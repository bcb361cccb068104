// A field with its label, hint and findings; screen readers hear all three.
import type { ComponentChildren } from "preact";
import type { Finding } from "../core/api.gen";
import { Findings, worst } from "./findings";

export interface FieldProps {
  id: string;
  label: string;
  required?: boolean;
  hint?: ComponentChildren;
  findings?: readonly Finding[];
  class?: string; // grid columns
  below?: boolean; // its findings are shown by [RowFindings], under the whole row
}

/** The attributes of the control inside a field. */
export function controlProps({ id, hint, findings = [], required }: FieldProps) {
  const describedBy = [hint ? id + "-hint" : "", findings.length ? id + "-findings" : ""].filter(Boolean).join(" ");
  return {
    id,
    "aria-describedby": describedBy || undefined,
    "aria-invalid": worst(findings) === "error" ? ("true" as const) : undefined,
    "aria-required": required ? ("true" as const) : undefined,
  };
}

/** The class of a control by its worst finding. */
export function stateClass(findings: readonly Finding[] = []): string {
  const level = worst(findings);
  return level === "error" ? " is-invalid" : level === "warning" ? " is-warned" : "";
}

export function Field(props: FieldProps & { children: ComponentChildren }) {
  return (
    <div class={"rro-field " + (props.class ?? "")}>
      <div class="rro-label">
        <label for={props.id}>{props.label}</label>
        {props.required && <span class="rro-star" aria-hidden="true" title="Обязательное поле">*</span>}
      </div>
      {props.children}
      {props.hint && <div id={props.id + "-hint"} class="form-text">{props.hint}</div>}
      {!props.below && <Findings id={props.id + "-findings"} list={props.findings ?? []} />}
    </div>
  );
}

/** The findings of a row of narrow fields, over its whole width: under its field
    each would take a line a word, and the form would jump. */
export function RowFindings({ fields }: { fields: readonly FieldProps[] }) {
  return <>{fields.map((f) => <Findings key={f.id} id={f.id + "-findings"} list={f.findings ?? []} of={f.label} />)}</>;
}
