// The card of an appeal: the form on the left, its findings on the right.
import { batch } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Fix } from "../../core/api.gen";
import { client } from "../../core/client";
import { Draft, blankQuestion, closeDraft, dropDraft, nextId, openDraft, takeNextId } from "../../state/draft";
import { backToList, leave, nextRemark, placeHash, type Place } from "../../state/place";
import { go, replaceHash, route } from "../../state/route";
import { saving } from "../../state/saving";
import { complain, say } from "../../state/toast";
import { sayDone, stillThere } from "../../state/undo";
import { label, russianMonth } from "../../text/format";
import { CardSheet } from "../../print/card";
import { printThis } from "../../print/print";
import { OtherBodies } from "../../ui/bodies";
import { ApplyFix, ErrorSummary, fieldId, focusField } from "../../ui/findings";
import { CheckField } from "../../ui/inputs";
import { Notice, Title, Waiting } from "../../ui/page";
import { Conflict } from "./conflict";
import { DraftContext, shownFindings } from "./form";
import { History } from "./history";
import { QuestionFields } from "./question";
import { Requisites } from "./requisites";
import { SentTo, readyWords } from "./sent";
import { Suggest } from "./suggest";

export function CardPage({ id, isNew }: { id: string; isNew: boolean }) {
  const draft = openDraft(id, isNew);
  const appeal = draft.appeal.value, rev = appeal?.rev ?? 0;
  useEffect(() => {
    document.getElementById(isNew ? "f-isDirect" : "title")?.focus();
    return () => { leave(id); void closeDraft(draft); };
  }, [draft]);
  useEffect(() => {
    // The record is stored: now the address names it, unless the clerk has gone elsewhere.
    if (isNew && rev > 0 && nextId.peek() === id && location.hash.startsWith("#/appeals/new")) {
      batch(() => {
        takeNextId();
        replaceHash("#/appeals/" + id);
      });
    }
  }, [isNew, rev > 0]);
  const wanted = route.value.query.get("field"); // of a link to a remark
  useEffect(() => {
    if (appeal && wanted) focusField(wanted);
  }, [draft, appeal !== null, wanted]);
  if (!appeal) return <Missing draft={draft} />;

  const month = draft.card.value?.month, archive = draft.card.value?.archive;
  const next = async (anyway: boolean) => {
    await draft.flush();
    if (draft.error.peek()) return;
    if (!anyway && draft.card.peek()?.findings.some((f) => f.level === "error")) {
      draft.showAll.value = true;
      requestAnimationFrame(() => document.getElementById("summary")?.focus());
      return;
    }
    if (!draft.appeal.peek()?.rev) return say({ text: "Форма пуста: сохранять пока нечего." });
    say({ text: `Обращение ${appeal.number || "без номера"} сохранено.` });
    if (nextId.peek() === id) takeNextId(); // its first save was just answered
    go("#/appeals/new");
  };
  const close = async () => { await draft.flush(); if (!draft.error.peek()) backToList(); };
  const following = nextRemark({ id, field: wanted ?? "" });
  const toRemark = async (to: Place) => { await draft.flush(); if (!draft.error.peek()) go(placeHash(to)); };
  const onKeyDown = (e: KeyboardEvent) => {
    if (e.key === "Enter" && e.ctrlKey && !archive) { e.preventDefault(); void next(false); }
  };
  const shown = shownFindings(draft);
  return (
    <DraftContext.Provider value={draft}>
      <ApplyFix.Provider value={(fix) => applyFix(draft, fix)}>
        <form class="rro-card" onSubmit={(e) => e.preventDefault()} onKeyDown={onKeyDown} noValidate
          onKeyPress={(e) => { if (e.key === "Enter" && e.ctrlKey) e.preventDefault(); }}>
          <Title text={rev > 0 ? "Обращение " + (appeal.number || "без номера") : "Новое обращение"}
            aside={<span class="rro-month">Отчётный месяц: <b>
            {month?.month ? russianMonth(month) : "пока не определён"}</b></span>}>
            {archive ? <a class="btn btn-sm btn-outline-primary"
              href={"#/exchange?archive=" + archive.id}>К архиву «{archive.file}»</a> : (
              <CheckField id={fieldId("draft")} label={label("draft")} checked={appeal.draft}
                onChange={(on) => { draft.change((a) => { a.draft = on; }); void draft.flush(); }} />
            )}
            {following && <button type="button" class="btn btn-sm btn-outline-primary"
              onClick={() => void toRemark(following)}>К следующему замечанию</button>}
            <button type="button" class="btn btn-sm btn-outline-primary"
              title="Всё введённое уже сохранено; вернуться к списку" onClick={() => void close()}>Закрыть</button>
            {!archive && <button type="button" class="btn btn-sm btn-primary" title="Ctrl+Enter"
              onClick={() => void next(false)}>Сохранить и следующее</button>}
          </Title>
          <Conflict draft={draft} />
          {!archive && <OtherBodies of={appeal.profileId} />}
          {draft.card.value?.sent && <SentTo sent={draft.card.value.sent} />}
          {archive && <Notice level="info">Это запись открытого архива «{archive.file}», в реестре её нет. Изменения
            сохраняются сразу; файл скачивается на странице «Обмен».</Notice>}
          {appeal.draft && <Notice level="warning"><b>Черновик: в архив не войдёт.</b> Когда всё готово, снимите отметку
            «{label("draft")}».</Notice>}
          <div class="rro-columns">
            <div>
              <Requisites appeal={appeal} />
              {appeal.questions.map((q, i) => <QuestionFields key={q.id} question={q} index={i}
                only={appeal.questions.length === 1} />)}
              <div class="rro-card-foot">
                <button type="button" class="btn btn-sm btn-outline-primary" id="f-questions"
                  onClick={() => {
                    draft.change((a) => { a.questions.push(blankQuestion()); });
                    requestAnimationFrame(() => focusField(`questions.${appeal.questions.length}.code`));
                  }}>Добавить вопрос</button>
                {rev > 0 && <button type="button" class="btn btn-sm btn-outline-secondary rro-card-print"
                  onClick={() => printThis(<CardSheet draft={draft} />)}>Печать</button>}
                {rev > 0 && <button type="button" class="btn btn-sm btn-outline-danger"
                  onClick={() => void remove(draft)}>Удалить</button>}
              </div>
              {rev > 0 && <History appeal={appeal} />}
            </div>
            <aside>
              <Suggest key={id} appeal={appeal} />
              <ErrorSummary list={shown} numbered={appeal.questions.length > 1}>
                {draft.showAll.value && shown.some((f) => f.level === "error") && (
                  <p class="rro-anyway">Обращение сохранено, но с ошибками не войдёт в архив.{" "}
                    <button type="button" class="btn btn-sm btn-link" onClick={() => void next(true)}>Исправлю позже, к
                      следующему</button></p>
                )}
              </ErrorSummary>
              {!shown.length && draft.showAll.value && <p class="rro-clean">Замечаний
                нет, {appeal.draft ? "но пока это черновик" : readyWords(draft.card.value?.sent)}.</p>}
            </aside>
          </div>
        </form>
      </ApplyFix.Provider>
    </DraftContext.Provider>
  );
}

function Missing({ draft }: { draft: Draft }) {
  if (!draft.error.value) return <Waiting text="Открываем обращение…" />;
  return (
    <div class="rro-problem" role="alert"><strong>{draft.error.value.text}</strong> {draft.error.value.hint}{" "}
      <a href="#/appeals" onClick={() => dropDraft(draft)}>К списку обращений</a></div>
  );
}

function applyFix(draft: Draft, fix: Fix) {
  draft.change((a) => {
    const keys = fix.field.split(".");
    let at = a as unknown as Record<string, unknown>;
    for (const key of keys.slice(0, -1)) at = at[key] as Record<string, unknown>;
    const last = keys.at(-1)!;
    at[last] = typeof at[last] === "boolean" ? fix.value === "true" : fix.value;
  });
  void draft.flush();
}

async function remove(draft: Draft) {
  try {
    await draft.flush();
    const done = await saving(() => client.call("deleteAppeals", { ids: [draft.id] }));
    dropDraft(draft);
    backToList();
    sayDone(done, "Обращение удалено." + stillThere(done), "Вернуть");
  } catch (error) {
    complain(error);
  }
}
