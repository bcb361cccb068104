// The result of the import, the button that undoes it, and the rows that stayed out.
import type { TakenRes } from "../../../core/api.gen";
import { client } from "../../../core/client";
import { complain, say } from "../../../state/toast";
import { undo, undoneInWords } from "../../../state/undo";
import { go } from "../../../state/route";
import { plural } from "../../../text/format";
import { Notice } from "../../../ui/page";
import { downloadRefused } from "./sample";
import { Settle } from "../merge/settle";
import { close, type Import } from "./state";

const appeals = (n: number) => plural(n, "обращение", "обращения", "обращений");

export function Done({ open, taken }: { open: Import; taken: TakenRes }) {
  const { check, clean = false, info } = open;
  const refused = check?.refused ?? 0, conflicts = check?.conflict.length ?? 0;
  const wrong = clean ? check?.wrong ?? 0 : 0;
  const out = refused + conflicts + wrong;
  const back = () => void undo(taken.action!.id)
    .then((done) => { say({ text: undoneInWords(done) }); close(); go("#/exchange"); }, complain);
  const rows = async () => {
    try {
      await downloadRefused(info.name, await client.call("refusedRows", { id: info.id, clean }));
    } catch (error) {
      complain(error);
    }
  };
  return (
    <>
      <Notice level="ok"><b>Новых: {taken.new}.</b> Обновлено: {taken.updated}. Уже были в
        реестре: {taken.same}.</Notice>
      {out > 0 && (
        <Notice level="warning">
          <b>Не загружено.</b>{refused > 0
            && ` Строк, которые не читаются: ${refused}.`}{wrong > 0 && ` С ошибками: ${appeals(wrong)}.`}
          {conflicts > 0 && ` Расходятся с реестром: ` +
            `${conflicts}.`}{refused + wrong > 0 && " Скачайте их таблицей, исправьте и загрузите снова."}
          {conflicts > 0 && <> Какие значения оставить, решаете вы. <Settle table={info.id} /></>}
        </Notice>
      )}
      {info.mapping.columns.includes("files") && (
        <Notice level="warning"><b>Файлы из таблицы не загружены</b>, в ней только их имена. Какие файлы приложить к
          каким обращениям, перечислено
          в <a href="#/exchange/logs">журнале слияний и загрузок</a>.</Notice>
      )}
      <div class="rro-build">
        <a class="btn btn-primary" href="#/appeals">К обращениям</a>
        {out > 0 && <button type="button" class="btn btn-sm btn-outline-primary"
          onClick={() => void rows()}>Скачать незагруженные строки</button>}
        {taken.action && <button type="button" class="btn btn-sm btn-outline-secondary"
          onClick={back}>Отменить загрузку ({taken.action.count})</button>}
      </div>
    </>
  );
}
