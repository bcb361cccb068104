// What is done together with others has screens of its own under «Обмен».
import { route } from "../../state/route";
import { LogsPage } from "./logs/page";
import { HandoverPage } from "./merge/handover";
import { MergePage } from "./merge/page";
import { ReconcilePage } from "./reconcile/page";

const pages: Record<string, { page: () => preact.JSX.Element; label: string; about: string }> = {
  merge: { page: MergePage, label: "Слить файлы коллег", about: "Резервные копии, файлы передачи и архивы РРО нескольких делопроизводителей — в один реестр. Что расходится, решаете вы." },
  handover: { page: HandoverPage, label: "Передать коллеге", about: "Файл с выбранными обращениями, их историей и файлами ответов." },
  check: { page: ReconcilePage, label: "Сверка с РРО", about: "Вставьте номера с портала: чего нет там, чего нет здесь, где другой статус." },
  logs: { page: LogsPage, label: "Журнал слияний и загрузок", about: "Что стало с каждой записью каждого файла." },
};

/** The screen that the address asks for, undefined for «Обмен» itself. */
export function subPage() {
  return pages[route.value.path[1] ?? ""]?.page;
}

export function Colleagues() {
  return (
    <section class="rro-tile" aria-labelledby="colleagues">
      <h2 id="colleagues">Работа с коллегами и порталом</h2>
      <ul class="rro-links">
        {Object.entries(pages).map(([path, { label, about }]) => <li key={path}><a href={"#/exchange/" + path}>{label}</a><span class="rro-quiet">{about}</span></li>)}
      </ul>
    </section>
  );
}

