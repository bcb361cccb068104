// Form controls. A text control shows what is typed while it has the focus, and the record's normalised value
// otherwise.
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { Field, controlProps, stateClass, type FieldProps } from "./field";
import { Findings } from "./findings";

interface TextProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  type?: "text" | "email" | "search" | "password";
  placeholder?: string;
  maxLength?: number;
  inputMode?: "numeric" | "text" | "email";
  after?: ComponentChildren; // a button at the field's right side
}

export function TextField(props: TextProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const input = (
    <input {...controlProps(props)} type={(props.type ?? "text") as "text"}
      class={"form-control form-control-sm" + stateClass(props.findings)}
      value={typed ?? props.value} autocomplete="off" spellcheck={props.type === undefined}
      placeholder={props.placeholder}
      maxLength={props.maxLength} inputMode={props.inputMode}
      onFocus={() => setTyped(props.value)}
      onInput={(e) => { setTyped(e.currentTarget.value); props.onChange(e.currentTarget.value); }}
      onBlur={() => { setTyped(null); props.onBlur?.(); }} />
  );
  return (
    <Field {...props}>
      {props.after ? <div class="input-group input-group-sm">{input}{props.after}</div> : input}
    </Field>
  );
}

interface SelectProps<T extends string | number> extends FieldProps {
  value: T;
  options: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
  onBlur?: () => void;
  empty?: string; // label of "nothing chosen", whose value is "" or 0
}

export function SelectField<T extends string | number>(props: SelectProps<T>) {
  const nothing = (typeof props.value === "number" ? 0 : "") as T;
  const all = props.empty === undefined ? props.options : [{ value: nothing, label: props.empty }, ...props.options];
  return (
    <Field {...props}>
      <select {...controlProps(props)} class={"form-select form-select-sm" + stateClass(props.findings)}
        value={props.value}
        onChange={(e) => props.onChange(all[e.currentTarget.selectedIndex]!.value)} onBlur={props.onBlur}>
        {all.map((o) => <option key={o.value} value={o.value}>{o.label}</option>)}
      </select>
    </Field>
  );
}

interface CheckProps extends FieldProps {
  checked: boolean;
  onChange: (checked: boolean) => void;
}

export function CheckField(props: CheckProps) {
  return (
    <div class={"rro-field form-check " + (props.class ?? "")}>
      <input {...controlProps(props)} type="checkbox" class={"form-check-input" + stateClass(props.findings)}
        checked={props.checked}
        onChange={(e) => props.onChange(e.currentTarget.checked)} />
      <label class="form-check-label" for={props.id}>{props.label}</label>
      {props.hint && <div id={props.id + "-hint"} class="form-text">{props.hint}</div>}
      <Findings id={props.id + "-findings"} list={props.findings ?? []} />
    </div>
  );
}

interface RadioProps<T extends string> extends FieldProps {
  value: T | null;
  options: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
  onBlur?: () => void; // the focus left the whole group
}

export function RadioField<T extends string>(props: RadioProps<T>) {
  const { id: _, ...control } = controlProps(props);
  return (
    <fieldset id={props.id} role="radiogroup" class={"rro-field rro-radios " + (props.class ?? "")} {...control}
      onFocusOut={(e) => { if (!e.currentTarget.contains(e.relatedTarget as Node | null)) props.onBlur?.(); }}>
      <legend class="rro-label">
        {props.label}{props.required && <span class="rro-star" aria-hidden="true">*</span>}
      </legend>
      <div class="rro-radio-row">
        {props.options.map((o) => (
          <div class="form-check form-check-inline" key={o.value}>
            <input type="radio" class={"form-check-input" + stateClass(props.findings)} id={props.id + "-" + o.value}
              name={props.id}
              checked={props.value === o.value} onChange={() => props.onChange(o.value)} />
            <label class="form-check-label" for={props.id + "-" + o.value}>{o.label}</label>
          </div>
        ))}
      </div>
      {props.hint && <div id={props.id + "-hint"} class="form-text">{props.hint}</div>}
      {!props.below && <Findings id={props.id + "-findings"} list={props.findings ?? []} />}
    </fieldset>
  );
}
