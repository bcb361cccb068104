// The fields that differ: both values with their times, one of them chosen.
import type { MergeRow, Side } from "../../../core/api.gen";
import { dateTime } from "../../../text/format";

interface FieldsProps {
  rows: readonly MergeRow[];
  fixed: boolean; // read only
  here: string; // titles of the sides
  file: string;
  onPick: (path: string, side: Side) => void;
}

export function Fields({ rows, fixed, here, file, onPick }: FieldsProps) {
  return (
    <div class="rro-merge-fields">
      <div class="rro-merge-head" aria-hidden="true"><span>Поле</span><span>{here}</span><span>{file}</span></div>
      {rows.map((row) => (
        <div key={row.path} class="rro-merge-field" role={fixed ? "group" : "radiogroup"} aria-label={row.label}>
          <b aria-hidden="true">{row.label}</b>
          <Value row={row} side="here" words="здесь" text={row.here} at={row.hereAt} who={row.hereWho} fixed={fixed}
            onPick={onPick} />
          <Value row={row} side="file" words="в файле" text={row.file} at={row.fileAt} who={row.fileWho} fixed={fixed}
            onPick={onPick} />
        </div>
      ))}
    </div>
  );
}

interface ValueProps extends Pick<FieldsProps, "fixed" | "onPick"> {
  row: MergeRow;
  side: "here" | "file";
  words: string;
  text: string;
  at: string;
  who: string;
}

function Value({ row, side, words, text, at, who, fixed, onPick }: ValueProps) {
  const chosen = row.side === side;
  const stamp = at ? dateTime(at) + (who && ", " + who) : "время изменения не известно";
  const value = <span><span class={text ? "" : "rro-quiet"}>{text || "пусто"}</span>
    <span class="rro-merge-stamp">{stamp}</span></span>;
  if (fixed) return <div class="rro-merge-value"><span class="visually-hidden">{words}: </span>{value}</div>;
  return (
    <label class={"rro-merge-value" + (chosen ? " rro-merge-chosen" : row.side ? " rro-merge-lost" : "")}>
      <input type="radio" class="form-check-input" name={"merge-" + row.path} checked={chosen}
        aria-label={`${words}: ${text || "пусто"}, ${stamp}`} onChange={() => onPick(row.path, side)} />
      {value}
    </label>
  );
}
