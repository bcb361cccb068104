// The result of «Принять в реестр» in words, with the button that undoes it.
import type { AcceptOpenedRes } from "../../core/api.gen";
import { undo, undoneInWords } from "../../state/undo";
import { complain, say } from "../../state/toast";
import { plural } from "../../text/format";
import { Settle } from "./merge/settle";

export function Accepted({ res, archive, otherBody }: { res: AcceptOpenedRes; archive: string; otherBody: boolean }) {
  const { taken, zeros } = res, older = taken.left - res.conflicts, { action } = taken;
  return (
    <>
      <p><b>Принято новых: {taken.new}, обновлено: {taken.updated}, уже есть в реестре: {taken.same}.</b> <a
        href="#/appeals">К обращениям</a></p>
      {zeros > 0 && <p>Нулевых отчётов принято в журнал: {zeros}. <a href="#/archive">К журналу архивов</a></p>}
      {older > 0 && <p>В реестре новее, не тронуто: {older}.</p>}
      {res.conflicts > 0 && <div>Расходятся с реестром и не
        изменены: {res.conflicts}. <Settle archive={archive} otherBody={otherBody} /></div>}
      {res.otherBody > 0 && <p>Не {plural(res.otherBody, "принята", "приняты", "принято")} как записи другого органа: в
        них другой идентификатор, чем в вашем профиле.</p>}
      {res.unreadable > 0 && <p>Не читается и не принято: {plural(res.unreadable, "запись", "записи", "записей")}.</p>}
      {action && (
        <button type="button" class="btn btn-sm btn-outline-secondary"
          onClick={() => void undo(action.id).then((done) => say({ text: undoneInWords(done) }), complain)}>Отменить
          приём</button>
      )}
    </>
  );
}
