// Notices above every screen, shown as long as their reason lasts.
import { useEffect, useState } from "preact/hooks";
import { client } from "../core/client";
import { keepsNothing } from "../core/forbidden";
import { tooDeep, tooDeepHint } from "../core/longpath";
import { boundToPath, temporary } from "../core/temporary";
import { CoreNotice } from "../core/notice";
import { dateTime, plural } from "../text/format";
import { RescueButton } from "./rescue";
import { Unsaved } from "./unsaved";

const forbidden = "Причина обычно в том, что файлы cookie и данные сайтов запрещены настройкой браузера или " +
  "администратором, либо окно приватное: " +
  "разрешите их для этого файла, откройте его в обычном окне или в другом браузере.";
const diskFails = "Хранилище на диске не открылось, чаще всего потому, что на диске кончилось место. Введённое " +
  "раньше сейчас не видно, но не удалено: " +
  "освободите место и обновите страницу.";

export function Notices() {
  const hello = client.hello.value;
  return (
    <section aria-label="Предупреждения">
      <CoreNotice />
      <Temporary />
      {client.trouble.value ? <Trouble /> : <Unsaved />}
      {hello?.memory && (
        <div class="rro-memory" role="alert">
          <strong>Браузер не даёт хранить данные: всё пропадёт, когда вы закроете эту вкладку.</strong> Закончив работу,
            обязательно{" "}
          <a href="#/exchange?to=backup">создайте резервную копию</a>.{" "}
          {tooDeep ? tooDeepHint : hello.diskFails && !keepsNothing ? diskFails : forbidden}{" "}
          Что именно запрещено, покажет <a href="#/help/selftest">проверка браузера</a>.
        </div>
      )}
      {hello && hello.damaged > 0 && (
        <div class="rro-notice rro-notice-error rro-over">
          <strong>Хранилище браузера
            повредило {plural(hello.damaged, "запись", "записи", "записей")}.</strong> Остальное цело и работает.{" "}
          <a href="#/exchange/damaged">Посмотрите, что можно вернуть</a>, и сделайте резервную копию.
        </div>
      )}
      {hello && hello.failing > 0 && (
        <div class="rro-notice rro-notice-error rro-over">
          <strong>Программа отложила {plural(hello.failing, "обращение", "обращения", "обращений")}: на них в ней
            происходит ошибка.</strong> Они не
          потеряны, остальное работает. <a href="#/exchange/damaged">Посмотрите, какие</a>, сделайте резервную копию и
          сообщите разработчикам.
        </div>
      )}
      {hello?.ahead && (
        <div class="rro-notice rro-notice-warning rro-over">
          <strong>Часы компьютера отстают:</strong> последняя запись сделана {dateTime(hello.ahead)},
            а это время ещё не наступило. По часам считаются
          отчётный месяц и сроки: исправьте дату и время и обновите страницу.
        </div>
      )}
      <LittleRoom />
    </section>
  );
}

/** The page is in a folder that Windows or a mail program empties. */
function Temporary() {
  if (!temporary) return null;
  return (
    <div class="rro-memory" aria-live="polite">
      <strong>Программа открыта {temporary.what}: эту папку система
        очищает.</strong> Ничего не вводите: сначала {temporary.remedy} и откройте его оттуда.
      {boundToPath && " В Firefox обращения привязаны к папке файла: то, что введено здесь, на новом месте не " +
        "появится, а то, что введено там, здесь не видно. " +
        "Если обращения уже вводили, найдите в журнале Firefox (Ctrl+H), откуда открывали файл тогда, положите его " +
          "точно туда, откройте и сделайте резервную копию."}
    </div>
  );
}

/** The browser has emptied the storage under the open page: nothing more can be saved in it. */
function Trouble() {
  const error = client.trouble.value;
  if (!error) return null;
  return (
    <div role="alert" class="rro-problem rro-over">
      <strong>{error.text}</strong> {error.hint}{" "}
      <div class="rro-actions">
        <RescueButton />
        <button type="button" class="btn btn-sm btn-outline-primary"
          onClick={() => location.reload()}>Обновить страницу</button>
      </div>
    </div>
  );
}

const little = 2 * 1024 ** 3; // bytes; a year's work with answer files may need more

// A browser that keeps nothing may throw where it should answer.
const estimate = async () => navigator.storage?.estimate?.();

/**
 * Browsers give a small quota on a small disk, and older ones in private windows. It does not show how full the disk
 * is.
 */
function LittleRoom() {
  const [room, setRoom] = useState(Infinity);
  useEffect(() => {
    void estimate().then((room) => room?.quota && setRoom(room.quota - (room.usage ?? 0)), () => {});
  }, []);
  if (room >= little) return null;
  return (
    <div class="rro-notice rro-notice-warning rro-over">
      <strong>Браузер отвёл программе меньше места, чем обычно.</strong> Так бывает на маленьком диске: проверьте,
        сколько на нём свободно, сам браузер
      этого не сообщает. Так бывает и в режиме инкогнито: введённое там пропадает с закрытием окна, работайте в обычном.
    </div>
  );
}
