// Own words of a table, each with a choice of its meaning.
import { wordFields, type TableWord } from "../../../core/api.gen";

interface Props {
  label: string;
  words: TableWord[];
  chosen: (word: TableWord) => string;
  onChoose: (word: TableWord, means: string) => void;
}

export function WordTable({ label, words, chosen, onChoose }: Props) {
  return (
    <table class="table table-sm rro-table rro-keys" aria-label={label}>
      <thead><tr><th scope="col">В таблице</th><th scope="col">Строк</th><th scope="col">Поле</th>
        <th scope="col">Что означает</th></tr></thead>
      <tbody>
        {words.map((word) => {
          const field = wordFields.find((f) => f.field === word.field)!;
          return (
            <tr key={word.field + word.value}>
              <th scope="row">{word.value}</th><td>{word.count}</td><td>{field.label}</td>
              <td>
                <select class="form-select form-select-sm"
                  aria-label={`${field.label}: «${word.value}»`} value={chosen(word)}
                  onChange={(e) => onChoose(word, e.currentTarget.value)}>
                  {field.options.map((o) => <option key={o.value} value={o.value}>{o.label}</option>)}
                </select>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
