// The ways of import (004:126–132, 001:121–123) and handing over where there is
// none (001:148). What a step leads to is the state that it is marked with.
import type { ComponentChildren } from "preact";
import type { Archive, ArchiveState } from "../../core/api.gen";

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
const handOver: Way = {
  title: "Нет доступа: передать другому органу",
  steps: [
    { text: <>Передайте файл органу, который загружает отчёт за вас, <b>до 3-го числа</b>: на носителе или по почте в зашифрованном виде — в нём персональные данные.</>, state: "handed" },
    { text: <>Попросите подтвердить загрузку. Контрольная сумма поможет убедиться, что файл дошёл целым.</>, state: "done" },
  ],
};

/** The ways, the one that suits the body's access first. */
export function waysOf({ profile }: Archive): Way[] {
  return profile.closedAccess ? [exchange, platform, open, handOver] : [handOver, open, exchange, platform];
}
