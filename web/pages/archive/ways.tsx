// The ways of import, and the hand-over to another body where the body has none of them. Each step names the state that
// it leads to.
import type { ComponentChildren } from "preact";
import type { Archive, ArchiveState, ArchiveWay } from "../../core/api.gen";
import { client } from "../../core/client";
import { daysPast, longDate } from "../../text/dates";

export interface Step {
  text: ComponentChildren;
  state?: ArchiveState; // of the archive once the step is done
  mark?: string; // label of the button that sets the state
  cover?: boolean; // the file should be encrypted
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
    { text: <>Просмотрите обращения и нажмите «Отправить в раздел РРО» (справа вверху).</>, state: "loaded",
      mark: "Отметить загрузку" },
    { text: <>Когда выгрузка прошла успешно, обязательно нажмите <b>«Завершить работу с архивом»</b>.</>, state: "done",
      mark: "Отметить завершение загрузки" },
  ],
};
const platform: Way = {
  way: "platform", title: "Интерфейс КП ССТУ",
  steps: [
    { text: <>Откройте вкладку «Импорт данных в РРО» и загрузите файл.</>, state: "loaded", mark: "Отметить загрузку" },
    { text: <>Проверьте, что обращения появились в разделе РРО.</>, state: "done",
      mark: "Отметить завершение загрузки" },
  ],
};
const open: Way = {
  way: "open", title: "ССТУ.РФ в открытой сети",
  steps: [
    { text: <>Войдите на ССТУ.РФ и откройте раздел «Загрузка данных в раздел „Результаты рассмотрения обращений“».</> },
    { text: <>Загрузите файл и дождитесь сообщения об успешной загрузке.</>, state: "loaded",
      mark: "Отметить загрузку" },
    { text: <>Проверьте, что обращения появились в разделе РРО.</>, state: "done",
      mark: "Отметить завершение загрузки" },
  ],
};

/** The deadline, or «как можно скорее» after it. */
function Term({ archive: { handOver: day = "" } }: { archive: Archive }) {
  const past = daysPast(day, client.hello.value?.today ?? "");
  if (!day) return <b>до 3-го числа следующего месяца</b>;
  return past ? <><b>как можно скорее</b>, срок передачи истёк {past}</> : <b>до {longDate(day)}</b>;
}

const handOver = (archive: Archive): Way => ({
  way: "handOver", title: "Нет доступа: передать другому органу",
  steps: [
    { text: <>Передайте файл органу, который загружает отчёт за вас, <Term archive={archive} />
      {archive.kind === "appeals" ? ": на носителе или по почте в зашифрованном виде — в нём персональные данные."
        : ": на носителе или по почте."}</>,
      cover: archive.kind === "appeals", state: "handed", mark: "Отметить передачу" },
    { text: <>Попросите подтвердить загрузку. Контрольная сумма поможет убедиться, что файл дошёл целым.</>,
      state: "done", mark: "Отметить завершение загрузки" },
  ],
});

/** The ways, first the one that the body has access to. */
export function waysOf(archive: Archive): Way[] {
  const last = handOver(archive);
  return archive.profile.closedAccess ? [exchange, platform, open, last] : [last, open, exchange, platform];
}
