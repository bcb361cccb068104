// The ways of import (004:126–132, 001:121–123) and handing over where there is
// none (001:148). What a step leads to is the state that it is marked with.
import type { ComponentChildren } from "preact";
import type { Archive, ArchiveState, ArchiveWay } from "../../core/api.gen";
import { client } from "../../core/client";
import { daysPast, longDate } from "../../text/dates";

export interface Step {
  text: ComponentChildren;
  state?: ArchiveState; // of the archive once the step is done
  mark?: string; // what the button says that marks it
  cover?: boolean; // it wants the file under a passphrase
}

export interface Way {
  way: ArchiveWay;
  title: string;
  steps: Step[];
}

const exchange: Way = {
  way: "exchange", title: "АРМ ЕС ОГ",
  steps: [
    { text: <>Откройте режим «Информационный обмен» → «Загрузка архивов с РРО» и загрузите файл.</> },
    { text: <>Просмотрите обращения и нажмите «Отправить в раздел РРО» (справа вверху).</>, state: "loaded", mark: "Отметить загрузку" },
    { text: <>Когда выгрузка прошла успешно, обязательно нажмите <b>«Завершить работу с архивом»</b>.</>, state: "done", mark: "Отметить завершение загрузки" },
  ],
};
const platform: Way = {
  way: "platform", title: "Интерфейс КП ССТУ",
  steps: [
    { text: <>Откройте вкладку «Импорт данных в РРО» и загрузите файл.</>, state: "loaded", mark: "Отметить загрузку" },
    { text: <>Проверьте, что обращения появились в разделе РРО.</>, state: "done", mark: "Отметить завершение загрузки" },
  ],
};
const open: Way = {
  way: "open", title: "ССТУ.РФ в открытой сети",
  steps: [
    { text: <>Войдите на ССТУ.РФ и откройте раздел «Загрузка данных в раздел „Результаты рассмотрения обращений“».</> },
    { text: <>Загрузите файл и дождитесь сообщения об успешной загрузке.</>, state: "loaded", mark: "Отметить загрузку" },
    { text: <>Проверьте, что обращения появились в разделе РРО.</>, state: "done", mark: "Отметить завершение загрузки" },
  ],
};

/** The 3rd of the month after the newest one in the archive (001:148); "" = of no month. */
function handOverDay({ month, months }: Archive): string {
  const m = month.month ? month : months[0]?.month;
  if (!m) return "";
  const next = m.month === 12 ? { year: m.year + 1, month: 1 } : { year: m.year, month: m.month + 1 };
  return `${next.year}-${String(next.month).padStart(2, "0")}-03`;
}

/** A term that is past is no task any more. */
function Term({ archive }: { archive: Archive }) {
  const day = handOverDay(archive), past = daysPast(day, client.hello.value?.today ?? "");
  if (!day) return <b>до 3-го числа следующего месяца</b>;
  return past ? <><b>как можно скорее</b>, срок передачи истёк {past}</> : <b>до {longDate(day)}</b>;
}

const handOver = (archive: Archive): Way => ({
  way: "handOver", title: "Нет доступа: передать другому органу",
  steps: [
    { text: <>Передайте файл органу, который загружает отчёт за вас, <Term archive={archive} />
      {archive.kind === "appeals" ? ": на носителе или по почте в зашифрованном виде — в нём персональные данные." : ": на носителе или по почте."}</>,
      cover: archive.kind === "appeals", state: "handed", mark: "Отметить передачу" },
    { text: <>Попросите подтвердить загрузку. Контрольная сумма поможет убедиться, что файл дошёл целым.</>, state: "done", mark: "Отметить завершение загрузки" },
  ],
});

/** The ways, the one that suits the body's access first. */
export function waysOf(archive: Archive): Way[] {
  const last = handOver(archive);
  return archive.profile.closedAccess ? [exchange, platform, open, last] : [last, open, exchange, platform];
}
