// A file input with Russian words: the browser's own words follow the browser's language. The real input keeps label,
// focus and keyboard; files can also be dropped on it.
import { useRef, useState } from "preact/hooks";
import { Field, controlProps, stateClass, type FieldProps } from "./field";

interface FileProps extends FieldProps {
  onFiles: (files: File[]) => void | Promise<void>;
  accept?: string;
  multiple?: boolean; // several files at once
  button?: string; // words on the button
  prompt?: string; // words next to the button
  onBlur?: () => void;
}

export function FileField(props: FileProps) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = async (list: FileList | null | undefined) => {
    const files = [...(list ?? [])];
    if (files.length) await props.onFiles(files);
    if (input.current) input.current.value = ""; // the same file may be chosen again
  };
  return (
    <Field {...props}>
      <div class={"rro-file form-control form-control-sm" + stateClass(props.findings) + (over ? " rro-file-over" : "")}
        onClick={(e) => { if (e.target !== input.current) input.current?.click(); }}
        onDragOver={(e) => { e.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)}
        onDrop={(e) => { e.preventDefault(); setOver(false); void take(e.dataTransfer?.files); }}>
        <input {...controlProps(props)} ref={input} type="file" class="visually-hidden" accept={props.accept}
          multiple={props.multiple}
          onChange={(e) => void take(e.currentTarget.files)} onBlur={props.onBlur} />
        <span class="rro-file-button" aria-hidden="true">{props.button ?? "Выбрать файл…"}</span>
        <span class="rro-file-prompt" aria-hidden="true">{props.prompt ?? "или перетащите его сюда"}</span>
      </div>
    </Field>
  );
}
