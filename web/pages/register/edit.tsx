// The fields of a mass change; each empty one means «не менять».
import type { Finding, MassEdit } from "../../core/api.gen";
import { statusOptions } from "../../text/options";
import type { CoreError } from "../../core/errors";
import { putFile } from "../../state/files";
import { searchCodes } from "../../state/search";
import { complain } from "../../state/toast";
import { fileSize, label } from "../../text/format";
import { ComboboxField } from "../../ui/combobox";
import { DateField } from "../../ui/date";
import { errorFindings } from "../../ui/error";
import { FileField } from "../../ui/file";
import { RadioField, SelectField } from "../../ui/inputs";
import { useState } from "preact/hooks";

const keep = "не менять";
const measures = [{ value: "keep", label: "Не менять" }, { value: "yes", label: "Да" }, { value: "no", label: "Нет" }] as const;

interface Props {
  edit: MassEdit;
  error: CoreError | null;
  onChange: (change: Partial<MassEdit>) => void;
}

export function EditFields({ edit, error, onChange }: Props) {
  const of = (field: string) => errorFindings(error?.code === field ? error : null, field);
  const taken = edit.actionsTaken === undefined ? "keep" : edit.actionsTaken ? "yes" : "no";
  return (
    <div class="rro-grid">
      <SelectField id="mass-status" class="rro-c4" label={label("questions.0.status")} value={edit.status} options={statusOptions} empty={keep}
        onChange={(status) => onChange({ status })} />
      <DateField id="mass-responseDate" class="rro-c3" label={label("questions.0.responseDate")} value={edit.responseDate} findings={of("responseDate")}
        onChange={(responseDate) => onChange({ responseDate })} />
      <RadioField id="mass-actionsTaken" class="rro-c5" label={label("questions.0.actionsTaken")} value={taken} options={measures}
        onChange={(value) => onChange({ actionsTaken: value === "keep" ? undefined : value === "yes" })} />
      <ComboboxField id="mass-code" class="rro-c6" label={label("questions.0.code")} value={edit.code} findings={of("code")} placeholder={keep + "; код или слова"}
        onChange={(code) => onChange({ code })} onPick={(o) => onChange({ code: o.value })} search={searchCodes} nothing="Ничего не нашлось. Попробуйте другие слова." />
      <OneAnswer edit={edit} onChange={onChange} />
    </div>
  );
}

/** One answer for many: the same file is put to each. */
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
      <FileField id="mass-file" label={label("questions.0.attachment")} findings={refused} onFiles={choose} prompt={keep + ", или перетащите сюда"} />
      {attachment && (
        <div class="rro-attached">Будет приложен: {attachment.name} {fileSize(attachment.size)}
          <button type="button" class="btn btn-link btn-sm" onClick={() => onChange({ attachment: undefined })}>Убрать файл</button></div>
      )}
    </div>
  );
}
