// «Что дальше»: the ways of import (004:126–132, 001:121–123), the one that
// suits the body's access first, and handing over where there is none (001:148).
import type { ComponentChildren } from "preact";
import type { Archive } from "../../core/api.gen";

interface Way {
  title: string;
  steps: ComponentChildren[];
}

const exchange: Way = {
  title: "АРМ ЕС ОГ",
  steps: [
    <>Откройте режим «Информационный обмен» → «Загрузка архивов с РРО» и загрузите файл.</>,
    <>Просмотрите обращения и нажмите «Отправить в раздел РРО» (справа вверху).</>,
    <>Когда выгрузка прошла успешно, обязательно нажмите <b>«Завершить работу с архивом»</b>.</>,
  ],
};
const platform: Way = {
  title: "Интерфейс КП ССТУ",
  steps: [<>Откройте вкладку «Импорт данных в РРО» и загрузите файл.</>, <>Проверьте, что обращения появились в разделе РРО.</>],
};
const open: Way = {
  title: "ССТУ.РФ в открытой сети",
  steps: [
    <>Войдите на ССТУ.РФ и откройте раздел «Загрузка данных в раздел «Результаты рассмотрения обращений»».</>,
    <>Загрузите файл и дождитесь сообщения об успешной загрузке.</>,
  ],
};
const handOver: Way = {
  title: "Нет доступа: передать другому органу",
  steps: [
    <>Передайте файл органу, который загружает отчёт за вас, <b>до 3-го числа</b>: на носителе или по почте в зашифрованном виде — в нём персональные данные.</>,
    <>Попросите подтвердить загрузку. Контрольная сумма выше поможет убедиться, что файл дошёл целым.</>,
  ],
};

export function Steps({ archive }: { archive: Archive }) {
  const ways = archive.profile.closedAccess ? [exchange, platform, open, handOver] : [handOver, open, exchange, platform];
  return (
    <>
      <h3>Что дальше</h3>
      <p class="rro-quiet">{archive.profile.closedAccess
        ? "В профиле отмечен доступ к закрытой сети: подойдёт любой из трёх способов загрузки."
        : "В профиле нет доступа к закрытой сети: файл передают органу, у которого он есть, либо загружают через открытую сеть."}</p>
      {ways.map((way, i) => (
        <details key={way.title} class="rro-way" open={i === 0}>
          <summary>{way.title}</summary>
          <ol>{way.steps.map((step, n) => <li key={n}>{step}</li>)}</ol>
        </details>
      ))}
    </>
  );
}
