// The upper part of the card: ЛАРМ's fields in ЛАРМ's order.
import { formats, type Appeal } from "../../core/api.gen";
import { label, russianDate } from "../../text/format";
import { DateField } from "../../ui/date";
import { fieldId } from "../../ui/findings";
import { CheckField, SelectField, TextField } from "../../ui/inputs";
import { anyNeeds, useDraft, useField } from "./form";

type TextKey = "number" | "createDate" | "incomingDate" | "registrationDate" | "name" | "address" | "email";

export function Requisites({ appeal }: { appeal: Appeal }) {
  const draft = useDraft();
  const text = (key: TextKey) => ({
    ...useField(key),
    value: appeal[key],
    onChange: (value: string) => draft.change((a) => { a[key] = value; }),
  });
  const sent = draft.card.value?.createDate ?? "";
  const documentHint = !appeal.isDirect ? "сопроводительного документа органа"
    : appeal.createDate === "" && sent ? "в архив пойдёт " + russianDate(sent) : "можно не указывать";
  return (
    <div class="rro-grid">
      <CheckField class="rro-c8" id={fieldId("isDirect")} label={label("isDirect")} checked={appeal.isDirect}
        onChange={(on) => { draft.change((a) => { a.isDirect = on; }); void draft.flush(); }} />
      <SelectField class="rro-c4" {...useField("format")} required value={appeal.format} options={formats}
        onChange={(value) => draft.change((a) => { a.format = value; })} />
      <TextField class="rro-c4" {...text("number")} required hint={appeal.isDirect ? "ваш регистрационный номер" : "номер сопроводительного документа"} />
      <DateField class="rro-c3" {...text("createDate")} required={!appeal.isDirect} hint={documentHint} />
      <DateField class="rro-c25" {...text("incomingDate")} required={anyNeeds(draft, (s) => s.incomingDate)} />
      <DateField class="rro-c25" {...text("registrationDate")} required={anyNeeds(draft, (s) => s.registrationDate)} />
      <TextField class="rro-c4" {...text("name")} required />
      <TextField class="rro-c5" {...text("address")} />
      <TextField class="rro-c3" {...text("email")} type="email" />
    </div>
  );
}
