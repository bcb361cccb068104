// The ways of import (004:126–132, 001:121–123) and handing over where there is
// none (001:148). What a step leads to is the state that it is marked with.
import type { ComponentChildren } from "preact";
import type { Archive, ArchiveState } from "../../core/api.gen";
import { longDate } from "../../text/dates";

export interface Step {
  text: ComponentChildren;
  state?: ArchiveState; // of the archive once the step is done
}

export interface Way {
  title: string;
  steps: Step[];
}

const exchange: Way = {
  title: "АРМ ЕС ОГ",
  steps: [
    { text: <>Откройте режим «Информационный обмен» → «Загрузка архивов с РРО» и загрузите файл.</> },
    { text: <>Просмотрите обращения и нажмите «Отправить в раздел РРО» (справа вверху).</>, state: "loaded" },
    { text: <>Когда выгрузка прошла успешно, обязательно нажмите <b>«Завершить работу с архивом»</b>.</>, state: "done" },
  ],
};
const platform: Way = {
  title: "Интерфейс КП ССТУ",
  steps: [
    { text: <>Откройте вкладку «Импорт данных в РРО» и загрузите файл.</>, state: "loaded" },
    { text: <>Проверьте, что обращения появились в разделе РРО.</>, state: "done" },
  ],
};
const open: Way = {
  title: "ССТУ.РФ в открытой сети",
  steps: [
    { text: <>Войдите на ССТУ.РФ и откройте раздел «Загрузка данных в раздел «Результаты рассмотрения обращений»».</> },
    { text: <>Загрузите файл и дождитесь сообщения об успешной загрузке.</>, state: "loaded" },
    { text: <>Проверьте, что обращения появились в разделе РРО.</>, state: "done" },
  ],
};

/** The 3rd of the month after the newest one in the archive (001:148). */
function handOverDay({ month, months }: Archive): string {
  const m = month.month ? month : months[0]?.month;
  if (!m) return "3-го числа следующего месяца";
  const next = m.month === 12 ? { year: m.year + 1, month: 1 } : { year: m.year, month: m.month + 1 };
  return longDate(`${next.year}-${String(next.month).padStart(2, "0")}-03`);
}

const handOver = (archive: Archive): Way => ({
  title: "Нет доступа: передать другому органу",
  steps: [
    { text: <>Передайте файл органу, который загружает отчёт за вас, <b>до {handOverDay(archive)}</b>
      {archive.kind === "appeals" ? ": на носителе или по почте в зашифрованном виде — в нём персональные данные." : ": на носителе или по почте."}</>, state: "handed" },
    { text: <>Попросите подтвердить загрузку. Контрольная сумма поможет убедиться, что файл дошёл целым.</>, state: "done" },
  ],
});

/** The ways, the one that suits the body's access first. */
export function waysOf(archive: Archive): Way[] {
  const last = handOver(archive);
  return archive.profile.closedAccess ? [exchange, platform, open, last] : [last, open, exchange, platform];
}
