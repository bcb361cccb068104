// A date field. The clerk types дд.мм.гггг (or 0910, 9.10, 9, вчера) and the core reads it; the button opens the
// browser's calendar.
import { useRef } from "preact/hooks";
import { russianDate } from "../text/format";
import { TextField } from "./inputs";
import type { FieldProps } from "./field";

const iso = /^\d{4}-\d\d-\d\d$/; // the calendar takes nothing else

interface DateProps extends FieldProps {
  value: string; // yyyy-MM-dd, or as typed
  onChange: (value: string) => void;
  onBlur?: () => void;
}

export function DateField(props: DateProps) {
  const picker = useRef<HTMLInputElement>(null);
  const calendar = (
    <>
      <input ref={picker} type="date" class="rro-picker" tabIndex={-1} aria-hidden="true"
        value={iso.test(props.value) ? props.value : ""}
        onChange={(e) => { props.onChange(e.currentTarget.value); props.onBlur?.(); }} />
      <button type="button" class="btn btn-outline-secondary rro-calendar" tabIndex={-1} title="Календарь"
        aria-label={"Календарь: " + props.label}
        onClick={() => picker.current?.showPicker?.()}>
        <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true">
          <path fill="none" stroke="currentColor" stroke-width="1.4"
            d="M2 3.5h12v10.500H2zM2 7h12M5 1.500v3.500M11 1.500v3.500" /></svg>
      </button>
    </>
  );
  return <TextField {...props} value={russianDate(props.value)} placeholder="дд.мм.гггг" maxLength={40} after={calendar}
    />;
}
