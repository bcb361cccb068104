// Mounts the page at once; the core starts beside it.
import { render } from "preact";
import { client } from "./core/client";
import { CoreNotice } from "./core/notice";

const sections = [
  ["#/", "Сегодня"], ["#/appeals", "Обращения"], ["#/archive", "Архив"], ["#/exchange", "Обмен"],
  ["#/directories", "Справочники"], ["#/settings", "Настройки"], ["#/help", "Справка"],
];

function App() {
  return (
    <>
      <header class="rro-header">
        <span class="rro-name">РРО-форма</span>
        <nav aria-label="Разделы">{sections.map(([href, label]) => <a key={href} href={href}>{label}</a>)}</nav>
      </header>
      <main><CoreNotice /></main>
    </>
  );
}

const html = document.documentElement;
if (html.dataset.core !== "unsupported") {
  const root = document.getElementById("app")!;
  root.replaceChildren();
  render(<App />, root);
  html.dataset.page = "mounted"; // from here on boot.ts leaves errors to the page
  client.start();
}
