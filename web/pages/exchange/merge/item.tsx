// One record of a file next to its counterpart in the register, and the decision about it.
import type { MergeChoice, MergeItem, MergeSide, MergeState, Side } from "../../../core/api.gen";
import { dateTime } from "../../../text/format";
import { RadioField } from "../../../ui/inputs";
import { Fields } from "./fields";

const ways: Record<string, readonly { value: MergeSide; label: string }[]> = {
  new: [{ value: "file", label: "Добавить в реестр" }, { value: "here", label: "Не брать" }],
  "": [{ value: "here", label: "Как здесь" }, { value: "file", label: "Как в файле" },
  { value: "fields", label: "По полям" },
    { value: "both", label: "Это разные обращения, оставить оба" }],
};

const words: Record<MergeSide, string> = { "": "не решено", here: "как здесь", file: "как в файле", fields: "по полям",
  both: "оба" };

export function sideWords(item: MergeItem): string {
  if (item.kind === "new") return item.side === "file" ? "добавить" : "не брать";
  return words[item.side];
}

interface ItemProps {
  item: MergeItem;
  onDecide: (choice: MergeChoice) => void;
  onNext: (() => void) | null; // to the next record without a decision
}

export function Item({ item, onDecide, onNext }: ItemProps) {
  const { key, kind, rows, side } = item;
  const fixed = kind === "same" || kind === "outside";
  const fields = (path?: string, to?: Side): Record<string, Side> =>
    Object.fromEntries(rows.map((r) => [r.path, r.path === path ? to! : r.side]));
  const decide = (next: MergeSide) => onDecide({ key, side: next, fields: next === "fields" ? fields() : {} });
  const name = item.number || "без номера";
  return (
    <div class="rro-merge-item" role="group" aria-label={"Обращение " + name}>
      <h2 id="merge-item" tabIndex={-1}>{item.appealId ? <a href={"#/appeals/" + item.appealId}>{name}</a> : name} <span
        class="rro-quiet">{item.name}</span></h2>
      {item.reason && <p>{item.reason.charAt(0).toUpperCase() + item.reason.slice(1)}. Файл
        «{item.file.from}», {item.file.who}.</p>}
      {kind === "new" && <p>В реестре такого обращения нет. Файл «{item.file.from}»{changed(item.file)}.</p>}
      {kind === "same" && <p>{rows.length
        ? "Для портала запись та же самая, отличается лишь то, что ниже; остаётся здешнее."
        : "Запись та же самая, менять нечего."}</p>}
      {!fixed && (
        <div class="rro-merge-decide">
          <RadioField id="merge-side" label="Что оставить" value={side || null} options={ways[kind] ?? ways[""]!}
            onChange={decide} />
          {onNext && <button type="button" class="btn btn-sm btn-primary"
            onClick={onNext}>Следующее нерешённое</button>}
        </div>
      )}
      {rows.length > 0 && (
        <Fields key={key} rows={rows} fixed={fixed || side === "both"} here={"Здесь: " + origin(item.here)}
          file={`В файле: «${item.file.from}»${changed(item.file)}`}
          onPick={(path, to) => onDecide({ key, side: "fields", fields: fields(path, to) })} />
      )}
    </div>
  );
}

const origin = (s: MergeState) => (s.from ? `из файла «${s.from}»` : "в реестре") + changed(s);

const changed = ({ at, who }: MergeState) => (at ? `, изменено ${dateTime(at)}${who && ", " + who}` : "");
