// Paging under a table.
interface PagerProps {
  label: string; // of the navigation
  what: string; // «записи»
  page: number; // from 0
  size: number; // rows a page
  total: number;
  onPage: (page: number) => void;
}

export function Pager({ label, what, page, size, total, onPage }: PagerProps) {
  const last = Math.ceil(total / size) - 1;
  if (last <= 0) return null;
  return (
    <nav class="rro-pages" aria-label={label}>
      <button type="button" class="btn btn-sm btn-outline-secondary" disabled={page <= 0}
        onClick={() => onPage(page - 1)}>Назад</button>
      <span aria-live="polite">Страница {page + 1} из {last + 1}, {what} {page * size
        + 1}–{Math.min(total, (page + 1) * size)}</span>
      <button type="button" class="btn btn-sm btn-outline-secondary" disabled={page >= last}
        onClick={() => onPage(page + 1)}>Вперёд</button>
    </nav>
  );
}
