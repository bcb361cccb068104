// Keyboard shortcuts, with those of the browser that clerks ask about.
const keys: readonly [string, string][] = [
  ["Alt+N", "новое обращение, с любого экрана"],
  ["Ctrl+Enter", "в карточке: «Сохранить и следующее»"],
  ["Tab, Shift+Tab", "следующее поле, предыдущее поле"],
  ["↓ ↑, Enter", "в поле кода и органа: выбрать из списка"],
  ["Esc", "закрыть список или окно с вопросом"],
  ["Пробел", "поставить или снять отметку"],
  ["Alt+←", "назад, к прежнему экрану с теми же фильтрами"],
];

export function Shortcuts() {
  return (
    <>
      <table class="table table-sm rro-table rro-keys" aria-labelledby="keys">
        <thead><tr><th scope="col">Клавиши</th><th scope="col">Что делают</th></tr></thead>
        <tbody>
          {keys.map(([key, what]) => <tr key={key}><th scope="row"><kbd>{key}</kbd></th><td>{what}</td></tr>)}
        </tbody>
      </table>
      <p>Дату можно вводить коротко: 0910 или 9.10 — это ближайшее прошедшее 9 октября; 091026 — 09.10.2026; 9 —
        ближайшее прошедшее девятое число. Понятны и слова: 9 октября, сегодня, вчера.</p>
    </>
  );
}
