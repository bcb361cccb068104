// A text field with a list of suggestions: the ARIA pattern of an editable combobox. @github/combobox-nav handles
// arrows, Enter and Escape.
import Combobox from "@github/combobox-nav";
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Field, controlProps, stateClass, type FieldProps } from "./field";

/** The accessible name is name, detail and why; it begins with what is put into the field. */
export interface Option {
  value: string;
  name: string;
  detail?: string;
  why?: string; // why it was found
  group?: string; // heading of neighbours with the same group
}

interface ComboboxProps extends FieldProps {
  value: string;
  shown?: string; // shown instead of the value while the field is not edited
  onChange: (text: string) => void; // while typing
  onPick: (option: Option) => void;
  search: (text: string) => Promise<Option[]>;
  onBlur?: () => void;
  placeholder?: string;
  nothing: string; // text for an empty result
  browse?: boolean; // a click opens the list, also when nothing is typed
  free?: boolean; // Enter keeps what was typed unless an option was chosen by arrows
}

/** Puts neighbours with the same group under a heading. */
function grouped(options: Option[], listId: string, show: (option: Option, index: number) => ComponentChildren) {
  const groups: { name?: string; items: ComponentChildren[] }[] = [];
  options.forEach((option, i) => {
    if (!groups.length || groups.at(-1)!.name !== option.group) groups.push({ name: option.group, items: [] });
    groups.at(-1)!.items.push(show(option, i));
  });
  return groups.map((g, i) => g.name === undefined ? g.items : (
    <div key={g.name + i} role="group" aria-labelledby={`${listId}-g${i}`}>
      <div id={`${listId}-g${i}`} class="rro-option-heading">{g.name}</div>
      {g.items}
    </div>
  ));
}

export function ComboboxField(props: ComboboxProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [options, setOptions] = useState<Option[] | null>(null); // null = closed
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const nav = useRef<Combobox | null>(null);
  const asked = useRef(0);
  const listId = props.id + "-list";

  useEffect(() => {
    nav.current = new Combobox(input.current!, list.current!, { tabInsertsSuggestions: false });
    return () => nav.current?.destroy();
  }, []);
  useEffect(() => {
    if (options?.length) {
      nav.current?.stop();
      // Enter takes the first result of a search, but not the first of the options shown before anything is typed.
      nav.current!.firstOptionSelectionMode = props.free || !input.current!.value.trim() ? "none" : "active";
      list.current!.scrollTop = 0;
      nav.current?.start();
      list.current!.scrollIntoView({ block: "nearest" }); // the list may open below the window
    } else nav.current?.stop();
  }, [options]);

  const close = () => { asked.current++; setOptions(null); };
  const search = async (text: string) => {
    const ticket = ++asked.current;
    const found = await props.search(text).catch(() => []);
    if (ticket === asked.current) setOptions(found);
  };
  const pick = (option: Option) => {
    close();
    setTyped(option.value);
    props.onPick(option);
  };

  return (
    <Field {...props}>
      <div class="rro-combobox">
        <input {...controlProps(props)} ref={input} type="text" role="combobox" aria-expanded={options !== null}
          aria-controls={listId}
          aria-autocomplete="list" autocomplete="off" spellcheck={false} placeholder={props.placeholder}
          class={"form-control form-control-sm" + stateClass(props.findings)} value={typed ?? props.shown
            ?? props.value}
          onFocus={() => setTyped(props.value)} onClick={(e) =>
          { if (props.browse && !options) void search(e.currentTarget.value); }}
          onInput={(e) => { setTyped(e.currentTarget.value); props.onChange(e.currentTarget.value);
          void search(e.currentTarget.value); }}
          onKeyDown={(e) => {
            if (e.key === "Escape" && options) { e.preventDefault(); e.stopPropagation(); close(); }
            if (e.key === "ArrowDown" && !options) { e.preventDefault(); void search(e.currentTarget.value); }
          }}
          onBlur={() => { setTyped(null); close(); props.onBlur?.(); }} />
        {/* tabIndex: otherwise Tab stops at a scrolling list in Chromium. */}
        <div ref={list} id={listId} role="listbox" aria-label={props.label} tabIndex={-1} class="rro-options"
          hidden={!options?.length}
          onMouseDown={(e) => e.preventDefault()}>
          {grouped(options ?? [], listId, (o, i) => (
            <div key={o.value + i} id={`${listId}-${i}`} role="option"
              {...{ "oncombobox-commit": () => pick(o) }}>
              <span class="rro-option-name">{o.name}</span>{" "}
              {o.detail && <span class="rro-option-detail">{o.detail}</span>}
              {o.why && <>{" "}<span class="rro-option-detail">{o.why}</span></>}
            </div>
          ))}
        </div>
        {options?.length === 0 && (typed ?? "").trim() !== ""
          && <div class="rro-options rro-nothing" aria-live="polite">{props.nothing}</div>}
      </div>
    </Field>
  );
}
