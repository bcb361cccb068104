// The upper part of the card: ЛАРМ's fields in ЛАРМ's order.
import { formats, type Appeal } from "../../core/api.gen";
import { label, russianDate } from "../../text/format";
import { DateField } from "../../ui/date";
import { fieldId } from "../../ui/findings";
import { RowFindings } from "../../ui/field";
import { CheckField, SelectField, TextField } from "../../ui/inputs";
import { anyNeeds, useDraft, useField } from "./form";

type TextKey = "number" | "createDate" | "incomingDate" | "registrationDate" | "name" | "address" | "email";

export function Requisites({ appeal }: { appeal: Appeal }) {
  const draft = useDraft();
  const text = (key: TextKey) => ({
    ...useField(key),
    below: true,
    value: appeal[key],
    onChange: (value: string) => draft.change((a) => { a[key] = value; }),
  });
  const sent = draft.card.value?.createDate ?? "";
  const documentHint = !appeal.isDirect ? "сопроводительного документа органа"
    : appeal.createDate === "" && sent ? "в архив пойдёт " + russianDate(sent) : "можно не указывать";
  const numbers = { number: text("number"), document: text("createDate"), incoming: text("incomingDate"),
    registered: text("registrationDate") };
  const applicant = { name: text("name"), address: text("address"), email: text("email") };
  return (
    <div class="rro-grid">
      <CheckField class="rro-c8" id={fieldId("isDirect")} label={label("isDirect")} checked={appeal.isDirect}
        onChange={(on) => { draft.change((a) => { a.isDirect = on; }); void draft.flush(); }} />
      <SelectField class="rro-c4" {...useField("format")} required value={appeal.format} options={formats}
        onChange={(value) => draft.change((a) => { a.format = value; })} />
      <TextField class="rro-c4" {...numbers.number} required
        hint={appeal.isDirect ? "ваш регистрационный номер" : "номер сопроводительного документа"} />
      <DateField class="rro-c3" {...numbers.document} required={!appeal.isDirect} hint={documentHint} />
      <DateField class="rro-c25" {...numbers.incoming} required={anyNeeds(draft, (s) => s.incomingDate)} />
      <DateField class="rro-c25" {...numbers.registered} required={anyNeeds(draft, (s) => s.registrationDate)} />
      <RowFindings fields={Object.values(numbers)} />
      <TextField class="rro-c4" {...applicant.name} required />
      <TextField class="rro-c5" {...applicant.address} />
      <TextField class="rro-c3" {...applicant.email} type="email" />
      <RowFindings fields={Object.values(applicant)} />
    </div>
  );
}
