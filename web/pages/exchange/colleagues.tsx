// «Работа с коллегами»: links to what several clerks do together.
import { useCall } from "../../state/load";

const links = [
  { path: "merge", label: "Объединить с файлами коллег",
    about: "Копии, файлы передачи и архивы РРО — в один реестр. Что расходится, решаете вы." },
  { path: "handover", label: "Передать коллеге", about: "Файл с выбранными обращениями, историей и файлами ответов." },
  { path: "logs", label: "Журнал слияний и загрузок", about: "Что стало с каждой записью каждого файла." },
] as const;

export function Colleagues() {
  const merging = (useCall("mergePlan", {}).data?.sources.length ?? 0) > 0;
  return (
    <section class="rro-tile" aria-labelledby="colleagues">
      <h2 id="colleagues">Работа с коллегами</h2>
      <ul class="rro-links">
        {links.map(({ path, label, about }) => (
          <li key={path}>
            <a href={"#/exchange/" + path}>{label}</a>
            {path === "merge" && merging ? <span class="rro-word-warning">Слияние начато и не закончено.</span>
              : <span class="rro-quiet">{about}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
