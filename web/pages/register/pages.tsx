// Paging under the register.
import { pageSize, type View } from "./view";

export function Pages({ view, total, onChange }: { view: View; total: number;
  onChange: (change: Partial<View>) => void }) {
  const last = Math.ceil(total / pageSize) - 1;
  if (last <= 0) return null;
  const page = Math.min(view.page, last);
  const move = (to: number) => { onChange({ page: to }); scrollTo(0, 0); };
  return (
    <nav class="rro-pages" aria-label="Страницы списка">
      <button type="button" class="btn btn-sm btn-outline-secondary" disabled={page === 0}
        onClick={() => move(page - 1)}>Назад</button>
      <span aria-live="polite">Страница {page + 1} из {last + 1},
        обращения {page * pageSize + 1}–{Math.min(total, (page + 1) * pageSize)}</span>
      <button type="button" class="btn btn-sm btn-outline-secondary" disabled={page === last}
        onClick={() => move(page + 1)}>Вперёд</button>
    </nav>
  );
}
