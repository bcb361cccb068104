// An appeal on paper. Form fields cut long texts, so the sheet shows the texts in full.
import { formats, type Appeal, type Question } from "../core/api.gen";
import type { Draft } from "../state/draft";
import { label, russianDate, russianMonth, statusLabel } from "../text/format";
import { Facts, printedAt } from "./head";

export function CardSheet({ draft }: { draft: Draft }) {
  const appeal = draft.appeal.peek(), card = draft.card.peek();
  if (!appeal) return null;
  const field = (path: keyof Appeal, value: string) => [label(path), value] as const;
  return (
    <article class="rro-sheet">
      <h1>Обращение {appeal.number || "без номера"}</h1>
      {appeal.draft && <p><b>{label("draft")}</b></p>}
      <Facts rows={[
        ["Орган", card?.body ?? ""], ["Напечатано", printedAt()],
        ["Как поступило", appeal.isDirect ? "напрямую от заявителя"
          : "из другого органа, с сопроводительным документом"],
        field("format", formats.find((f) => f.value === appeal.format)?.label ?? ""),
        field("createDate", russianDate(appeal.createDate || card?.createDate || "")),
          field("incomingDate", russianDate(appeal.incomingDate)),
        field("registrationDate", russianDate(appeal.registrationDate)),
          ["Отчётный месяц", card ? russianMonth(card.month) : ""],
        field("name", appeal.name), field("address", appeal.address), field("email", appeal.email),
      ]} />
      {appeal.questions.map((q, i) => <QuestionPart key={q.id} question={q} n={i + 1} title={card?.titles[q.code] ?? ""}
        />)}
    </article>
  );
}

function QuestionPart({ question: q, n, title }: { question: Question; n: number; title: string }) {
  const of = (name: string) => label("questions.0." + name), to = (name: string) => of("transfers.0." + name);
  const rows: [string, string][] = [[of("code"), [q.code, title].filter(Boolean).join(" ")],
    [of("status"), statusLabel(q.status)]];
  if (q.incomingDate) rows.push([of("incomingDate"), russianDate(q.incomingDate)]);
  if (q.registrationDate) rows.push([of("registrationDate"), russianDate(q.registrationDate)]);
  if (q.responseDate) rows.push([of("responseDate"), russianDate(q.responseDate)]);
  if (q.actionsTaken !== undefined) rows.push([of("actionsTaken"), q.actionsTaken ? "да" : "нет"]);
  if (q.attachment) rows.push([of("attachment"), q.attachment.name]);
  for (const t of q.transfers) {
    rows.push([to("departmentId"), [t.departmentName, t.departmentId].filter(Boolean).join(", ")],
      [to("transferNumber"), t.transferNumber], [to("transferDate"), russianDate(t.transferDate)]);
  }
  return <section class="rro-together"><h2>Вопрос {n}</h2><Facts rows={rows} /></section>;
}
