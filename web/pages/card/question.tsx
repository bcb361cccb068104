// One вопрос: code, status, and the fields that its status takes.
import { useRef, useState } from "preact/hooks";
import type { Question } from "../../core/api.gen";
import { client } from "../../core/client";
import { statusOptions } from "../../text/options";
import { blankTransfer } from "../../state/draft";
import { searchCodes } from "../../state/search";
import { ComboboxField, type Option } from "../../ui/combobox";
import { DateField } from "../../ui/date";
import { RowFindings } from "../../ui/field";
import { RadioField, SelectField } from "../../ui/inputs";
import { AnswerFile } from "./file";
import { statusRow, useDraft, useField } from "./form";
import { Transfers } from "./transfers";

interface Props {
  question: Question;
  index: number;
  only: boolean; // the last question cannot be removed
}

export function QuestionFields({ question, index, only }: Props) {
  const draft = useDraft();
  const path = (field: string) => `questions.${index}.${field}`;
  const edit = (change: (q: Question) => void) => draft.change((a) => change(a.questions[index]!));
  const row = statusRow(question.status);
  const code = { ...useField(path("code")), below: true }, status = { ...useField(path("status")), below: true };
  const answered = { ...useField(path("responseDate")), below: true },
    measures = { ...useField(path("actionsTaken")), below: true };
  const yesNo = question.actionsTaken === undefined ? null : question.actionsTaken ? "yes" : "no";
  return (
    <fieldset class="rro-question">
      <legend>Вопрос {index + 1}</legend>
      {!only && (
        <button type="button" class="btn btn-sm btn-link rro-remove"
          onClick={() => draft.change((a) => { a.questions.splice(index, 1); })}>
          Убрать вопрос {index + 1}
        </button>
      )}
      <div class="rro-grid">
        <CodeField question={question} field={code} onChange={(code) => edit((q) => { q.code = code; })} />
        <SelectField class="rro-c4" {...status} required value={question.status} options={statusOptions}
          empty="— выберите —"
          hint={row?.note} onChange={(status) => { edit((q) => takeStatus(q, status)); void draft.flush(); }} />
        <RowFindings fields={[code, status]} />
        <OwnDate question={question} path={path} field="incomingDate" taken={row?.incomingDate !== "absent"} edit={edit}
          />
        <OwnDate question={question} path={path} field="registrationDate" taken={row?.registrationDate !== "absent"}
          edit={edit} />
        {row?.responseDate === "required" && (
          <DateField class="rro-c3" {...answered} required value={question.responseDate}
            onChange={(value) => edit((q) => { q.responseDate = value; })} />
        )}
        {row?.actionsTaken === "required" && (
          <RadioField class="rro-c3" {...measures} required value={yesNo}
            options={[{ value: "yes", label: "Да" }, { value: "no", label: "Нет" }]}
            onChange={(value) => { edit((q) => { q.actionsTaken = value === "yes"; }); void draft.flush(); }} />
        )}
        {row && row.attachment !== "absent" && <AnswerFile question={question} path={path("attachment")} edit={edit} />}
        <RowFindings fields={[...(row?.responseDate === "required" ? [answered] : []),
          ...(row?.actionsTaken === "required" ? [measures] : [])]} />
      </div>
      {row?.transfer === "required" && <Transfers question={question} path={path("transfers")} edit={edit} />}
    </fieldset>
  );
}

interface OwnDateProps {
  question: Question;
  path: (field: string) => string;
  field: "incomingDate" | "registrationDate";
  taken: boolean; // the status has this date
  edit: (change: (q: Question) => void) => void;
}

/** A date of this question only, which archives of other programs have. */
function OwnDate({ question, path, field, taken, edit }: OwnDateProps) {
  const value = question[field] ?? "";
  const control = useField(path(field));
  const [shown, show] = useState(false);
  if (value && !shown) show(true); // stays while the clerk retypes it
  if (!taken || !(value || shown)) return null;
  return <DateField class="rro-c3" {...control} hint="только этого вопроса; пусто — как в обращении" value={value}
    onChange={(text) => edit((q) => { q[field] = text; })} />;
}

/** For a status with recipients, adds an empty one to fill in. */
function takeStatus(q: Question, status: Question["status"]) {
  q.status = status;
  if (statusRow(status)?.transfer === "required" && !q.transfers.length) q.transfers.push(blankTransfer());
}

interface CodeProps {
  question: Question;
  field: ReturnType<typeof useField>;
  onChange: (code: string) => void;
}

function CodeField({ question, field, onChange }: CodeProps) {
  const draft = useDraft();
  const [picked, setPicked] = useState<Option | null>(null);
  const typed = useRef(""); // the words for which a code is about to be picked
  const title = draft.card.value?.titles[question.code]
    ?? (picked?.value === question.code ? picked.name.slice(question.code.length + 1) : "");
  return (
    <ComboboxField class="rro-c8" {...field} required value={question.code}
      hint={title || "код, номер вопроса или слова: «ямы на дороге»"}
      onChange={(text) => { typed.current = text; onChange(text); }} browse={!question.code}
      onPick={(o) => {
        setPicked(o);
        onChange(o.value);
        void draft.flush();
        // the search only learns less
        void client.call("chooseCode", { query: typed.current, code: o.value }).catch(() => {});
        typed.current = "";
      }}
      search={searchCodes} nothing="Ничего не нашлось. Попробуйте другие слова или откройте «Справочники»." />
  );
}
