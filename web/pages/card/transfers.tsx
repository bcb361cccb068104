// The recipients of a question that was sent on. Each of them becomes an entry of its own in the archive.
import type { Question, Transfer } from "../../core/api.gen";
import { blankTransfer } from "../../state/draft";
import { searchBodies } from "../../state/search";
import { ComboboxField, type Option } from "../../ui/combobox";
import { DateField } from "../../ui/date";
import { Findings, fieldId } from "../../ui/findings";
import { RowFindings } from "../../ui/field";
import { TextField } from "../../ui/inputs";
import { useDraft, useField } from "./form";

interface Props {
  question: Question;
  path: string;
  edit: (change: (q: Question) => void) => void;
}

export function Transfers({ question, path, edit }: Props) {
  const field = useField(path);
  return (
    <div class="rro-transfers" id={field.id}>
      {question.transfers.map((t, i) => (
        <Recipient key={t.id} transfer={t} number={i + 1} only={question.transfers.length === 1} path={`${path}.${i}`}
          change={(set) => edit((q) => set(q.transfers[i]!))}
          remove={() => edit((q) => { q.transfers.splice(i, 1); })} />
      ))}
      <button type="button" class="btn btn-sm btn-outline-primary" onClick={() => {
        edit((q) => { q.transfers.push(blankTransfer()); });
        const next = fieldId(`${path}.${question.transfers.length}.departmentId`);
        requestAnimationFrame(() => document.getElementById(next)?.focus());
      }}>Добавить получателя</button>
      <Findings id={field.id + "-findings"} list={field.findings} />
    </div>
  );
}

interface RecipientProps {
  transfer: Transfer;
  number: number;
  only: boolean; // the last one cannot be removed: the status needs a recipient
  path: string;
  change: (set: (t: Transfer) => void) => void;
  remove: () => void;
}

function Recipient({ transfer, number, only, path, change, remove }: RecipientProps) {
  const draft = useDraft();
  const { departmentName, departmentId } = transfer;
  const fields = {
    body: { ...useField(path + ".departmentId"), below: true },
    date: { ...useField(path + ".transferDate"), below: true },
    number: { ...useField(path + ".transferNumber"), below: true },
  };
  const pick = (o: Option) => { change((t) => { t.departmentId = ""; t.departmentName = o.value; }); void draft.flush();
    };
  return (
    <fieldset class="rro-recipient">
      <legend>Получатель {number}</legend>
      {!only && <button type="button" class="btn btn-sm btn-link rro-remove"
        onClick={remove}>Убрать получателя {number}</button>}
      <div class="rro-grid">
        <ComboboxField class="rro-c5" {...fields.body} required free
          value={[departmentName, departmentId].filter(Boolean).join(" ")} shown={departmentName || departmentId}
          hint={departmentName && departmentId && <span class="rro-guid">{departmentId}</span>}
          placeholder="наименование или идентификатор (GUID)"
          nothing="Такого органа в «Справочниках» ещё нет: впишите наименование и GUID, он запомнится."
          onChange={(text) => change((t) => { t.departmentId = ""; t.departmentName = text; })} onPick={pick}
          search={searchBodies} />
        <DateField class="rro-c35" {...fields.date} required value={transfer.transferDate}
          onChange={(value) => change((t) => { t.transferDate = value; })} />
        <TextField class="rro-c35" {...fields.number} required value={transfer.transferNumber}
          onChange={(value) => change((t) => { t.transferNumber = value; })} />
        <RowFindings fields={Object.values(fields)} />
      </div>
    </fieldset>
  );
}
