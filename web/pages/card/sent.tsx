// The last archive that held the appeal, and whether the appeal has changed since.
import type { Sent } from "../../core/api.gen";
import { dateTime } from "../../text/format";
import { Notice } from "../../ui/page";
import { stateInfo } from "../archive/state";

export function SentTo({ sent: { file, period, at, state, changed } }: { sent: Sent }) {
  return (
    <Notice level={changed ? "warning" : "ok"}>
      В архиве <a href="#/archive" title={file}>«{period}»</a> от {dateTime(at)},
      состояние: {stateInfo(state).label.toLowerCase()}.{" "}
      {changed && <><b>Изменено после выгрузки.</b> <a href="#/archive?mode=changed">Сформировать архив изменений</a>
        </>}
    </Notice>
  );
}

/** Shown for an appeal without remarks. */
export function readyWords(sent: Sent | undefined): string {
  if (!sent) return "обращение готово к выгрузке";
  return sent.changed ? "изменённое обращение готово к выгрузке" : "обращение выгружено";
}
