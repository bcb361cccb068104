// Options of a filter with how many rows each would show: «Дан ответ автору (12)».

interface Counted<T> {
  value: T;
  count: number;
}

interface Option<T> {
  value: T;
  label: string;
}

export function counted<T>(options: readonly Option<T>[], counts: readonly Counted<T>[] = []): Option<T>[] {
  return options.map((o) => ({ ...o, label: withCount(o.label, counts.find((c) => c.value === o.value)?.count) }));
}

/** Nothing is said of zero: most values of a filter have none. */
function withCount(label: string, count = 0): string {
  return count ? `${label} (${count})` : label;
}
