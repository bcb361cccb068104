// Which versions are in use.
import { client } from "../../core/client";
import { Waiting } from "../../ui/page";
import { Checksum } from "./checksum";

export function Versions() {
  const hello = client.hello.value;
  if (!hello) return <Waiting />;
  const rows: [string, string][] = [
    ["Программа", hello.version], ["Сборка", hello.build], ["Классификатор", "редакция от " + hello.classifier],
      ["Профиль формата", hello.format],
    ["Хранение", hello.memory ? "нет, данные пропадут с закрытием вкладки" : "в этом браузере"],
    ["Ядро работает", client.where.value === "worker" ? "отдельно от страницы"
      : "в самой странице (фоновая работа запрещена)"],
  ];
  return <><dl class="rro-words">
    {rows.map(([what, value]) => <div key={what}><dt>{what}</dt>
      <dd class="rro-version">{value}</dd></div>)}</dl><Checksum /></>;
}
