// The fields of a mass change. An empty one means «не менять».
import { formats, type Finding, type MassEdit } from "../../core/api.gen";
import { statusOptions } from "../../text/options";
import type { CoreError } from "../../core/errors";
import { putFile } from "../../state/files";
import { searchBodies, searchCodes } from "../../state/search";
import { complain } from "../../state/toast";
import { fileSize, label } from "../../text/format";
import { ComboboxField } from "../../ui/combobox";
import { DateField } from "../../ui/date";
import { errorFindings } from "../../ui/error";
import { FileField } from "../../ui/file";
import { RadioField, SelectField, TextField } from "../../ui/inputs";
import { useState } from "preact/hooks";

const keep = "не менять";
const origins = [{ value: "keep", label: "Не менять" }, { value: "yes", label: "Напрямую" },
  { value: "no", label: "Из другого органа" }] as const;
const measures = [{ value: "keep", label: "Не менять" }, { value: "yes", label: "Да" },
  { value: "no", label: "Нет" }] as const;

interface Props {
  edit: MassEdit;
  error: CoreError | null;
  onChange: (change: Partial<MassEdit>) => void;
}

const answer = (value: boolean | undefined) => (value === undefined ? "keep" : value ? "yes" : "no");
const answered = (value: string) => (value === "keep" ? undefined : value === "yes");

export function EditFields({ edit, error, onChange }: Props) {
  const of = (field: string) => errorFindings(error?.code === field ? error : null, field);
  const day = (field: "responseDate" | "incomingDate" | "registrationDate" | "transferDate", path: string,
    width: string) => (
    <DateField id={"mass-" + field} class={width} label={label(path)} value={edit[field]} findings={of(field)}
      onChange={(date) => onChange({ [field]: date })} />
  );
  const transfer = "questions.0.transfers.0.";
  return (
    <>
      <div class="rro-grid">
        <SelectField id="mass-status" class="rro-c4" label={label("questions.0.status")} value={edit.status}
          options={statusOptions} empty={keep}
          onChange={(status) => onChange({ status })} />
        {day("responseDate", "questions.0.responseDate", "rro-c3")}
        <RadioField id="mass-actionsTaken" class="rro-c5" label={label("questions.0.actionsTaken")}
          value={answer(edit.actionsTaken)} options={measures}
          onChange={(value) => onChange({ actionsTaken: answered(value) })} />
        <ComboboxField id="mass-code" class="rro-c6" label={label("questions.0.code")} value={edit.code}
          findings={of("code")} placeholder={keep + "; код или слова"}
          onChange={(code) => onChange({ code })} onPick={(o) => onChange({ code: o.value })} search={searchCodes}
          nothing="Ничего не нашлось. Попробуйте другие слова." />
        <OneAnswer edit={edit} onChange={onChange} />
      </div>
      <details class="rro-mass-more">
        <summary>Получатель и сопроводительный документ</summary>
        <p class="rro-quiet">Для вопросов со статусом «Направлено по компетенции».</p>
        <div class="rro-grid">
          <ComboboxField id="mass-recipient" class="rro-c6" free label={label(transfer + "departmentId")}
            value={edit.recipient} findings={of("recipient")}
            placeholder={keep + "; наименование или GUID"}
            nothing="Такого органа в «Справочниках» ещё нет: впишите наименование и GUID, он запомнится."
            onChange={(recipient) => onChange({ recipient })} onPick={(o) => onChange({ recipient: o.value })}
            search={searchBodies} />
          {day("transferDate", transfer + "transferDate", "rro-c3")}
          <TextField id="mass-transferNumber" class="rro-c3" label={label(transfer + "transferNumber")}
            value={edit.transferNumber} onChange={(transferNumber) => onChange({ transferNumber })} />
        </div>
      </details>
      <details class="rro-mass-more">
        <summary>Откуда поступило, формат и даты обращения</summary>
        <div class="rro-grid">
          <RadioField id="mass-isDirect" class="rro-c6" label="Откуда поступило" value={answer(edit.isDirect)}
            options={origins}
            onChange={(value) => onChange({ isDirect: answered(value) })} />
          <SelectField id="mass-format" class="rro-c6" label={label("format")} value={edit.format} options={formats}
            empty={keep} onChange={(format) => onChange({ format })} />
          {day("incomingDate", "incomingDate", "rro-c6")}
          {day("registrationDate", "registrationDate", "rro-c6")}
        </div>
      </details>
    </>
  );
}

/** One answer for many: each appeal gets the same file. */
function OneAnswer({ edit: { attachment }, onChange }: Pick<Props, "edit" | "onChange">) {
  const [refused, setRefused] = useState<Finding[]>([]);
  const choose = async (files: File[]) => {
    try {
      const result = await putFile(files);
      setRefused(result.findings);
      if (result.attachment) onChange({ attachment: result.attachment });
    } catch (error) {
      complain(error);
    }
  };
  return (
    <div class="rro-c6">
      <FileField id="mass-file" label={label("questions.0.attachment")} findings={refused} onFiles={choose}
        prompt={keep + ", или перетащите сюда"} />
      {attachment && (
        <div class="rro-attached">Будет приложен: {attachment.name} {fileSize(attachment.size)}
          <button type="button" class="btn btn-link btn-sm" onClick={() => onChange({ attachment: undefined })}>Убрать
            файл</button></div>
      )}
    </div>
  );
}
