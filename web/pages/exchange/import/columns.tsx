// What each column means, with some of its values, and the values for columns that the table does not have. Everything
// that the import fills in is shown here.
import { useState } from "preact/hooks";
import { tableTargets, type TableInfo, type TableMapping, type Target } from "../../../core/api.gen";
import { SelectField, TextField } from "../../../ui/inputs";
import { Notice } from "../../../ui/page";
import { OriginRule } from "./origin";
import { Encoding } from "./encoding";
import { PresetPick } from "./preset";
import { asksResults } from "./results";
import { busy, check, remap, savePreset, show } from "./state";

const options = tableTargets.map((t) => ({ value: t.field, label: t.label }));

export function Columns({ info }: { info: TableInfo }) {
  const { mapping } = info;
  const change = (more: Partial<TableMapping>) => void remap({ ...mapping, ...more });
  const pick = (i: number, field: string) =>
    change({ columns: mapping.columns.map((was, n) => (n === i ? field : was)) });
  const next = () => (asksResults(info) ? show("results") : void check());
  return (
    <>
      <div class="rro-filters">
        <TextField id="table-header" label="Строка заголовков" inputMode="numeric" hint="0 — заголовков нет"
          value={String(mapping.header)}
          onChange={(typed) => { if (/^\d{1,5}$/.test(typed)
            && Number(typed) !== mapping.header) change({ header: Number(typed) }); }} />
        <PresetPick info={info} />
        <Encoding info={info} />
      </div>
      {info.preset && <Notice level="ok">Столбцы разобраны по сохранённой настройке «{info.preset}».</Notice>}
      <div class="rro-scroll" tabIndex={0} role="region" aria-label="Столбцы">
        <table class="table table-sm rro-table" aria-label="Столбцы таблицы">
          <thead><tr><th scope="col">Столбец</th><th scope="col">Заголовок</th><th scope="col">Что в нём</th>
            <th scope="col">Примеры</th></tr></thead>
          <tbody>
            {info.columns.map((column, i) => (
              <tr key={i} class={mapping.columns[i] ? "" : "rro-import-unused"}>
                <td>{letters(i)}</td>
                <th scope="row">{column.title || "без заголовка"}</th>
                <td>
                  <select class="form-select form-select-sm"
                    aria-label={`Столбец ${letters(i)}: ${column.title}`} value={mapping.columns[i]}
                    onChange={(e) => pick(i, e.currentTarget.value)}>
                    <option value="">не загружать</option>
                    {options.map((o) => <option key={o.value} value={o.value}>{o.label}</option>)}
                  </select>
                </td>
                <td class="rro-import-samples">{column.samples.map((s, n) => <span key={n}>{s}</span>)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Unused info={info} />
      <OriginRule info={info} onChange={change} />
      <fieldset class="rro-import-defaults">
        <legend>Чего в таблице нет</legend>
        <p class="rro-quiet">Общее значение ставится там, где столбца нет или ячейка пуста (прочерк — тоже пусто). Где
          выбрано «оставить пустым», не подставляется ничего.</p>
        <div class="rro-filters">
          {tableTargets.filter((t) => t.options.length).map((t) => (
            <Default key={t.field} target={t} mapping={mapping}
              onChange={(value) => change({ defaults: { ...mapping.defaults, [t.field]: value } })} />
          ))}
        </div>
      </fieldset>
      <p class="rro-quiet">Строки с одним и тем же номером, датой и способом поступления станут одним обращением с
        несколькими вопросами; строка без номера, дат и ФИО
        продолжает предыдущую. Пустые строки и строки «Итого» пропускаются. Номером обращения из другого органа
        считается «Номер документа направившего органа», если такой столбец есть.</p>
      {info.missing.length > 0 && <Notice level="warning">
        <ul class="rro-plain">{info.missing.map((text) => <li key={text}>{text}</li>)}</ul></Notice>}
      <div class="rro-build">
        <button type="button" class="btn btn-primary" disabled={info.missing.length > 0 || busy.value}
          onClick={next}>Далее</button>
        <SaveMapping preset={info.preset} />
      </div>
    </>
  );
}

/** Columns of the table that no field takes. */
function Unused({ info }: { info: TableInfo }) {
  const left = info.columns.filter((c, i) => !info.mapping.columns[i] && c.samples.length > 0);
  if (!left.length) return null;
  return (
    <p><b>Не загружаются:</b> {left.map((c, i) => (
      <span key={i}>{i > 0 && "; "}«{c.title || "без заголовка"}» <span
        class="rro-quiet">({c.samples.map(brief).join(", ")})</span></span>
    ))}. Если что-то из этого нужно, выберите столбцу поле выше.</p>
  );
}

const brief = (text: string) => (text.length > 40 ? text.slice(0, 40).trimEnd() + "…" : text);

function Default({ target, mapping, onChange }: { target: Target; mapping: TableMapping;
  onChange: (value: string) => void }) {
  const empty = target.needed && !mapping.columns.includes(target.field) ? "выберите" : "оставить пустым";
  return <SelectField id={"table-default-" + target.field.replace(/\W/g, "")} label={target.label}
    value={mapping.defaults[target.field] ?? ""} empty={empty} options={target.options} onChange={onChange} />;
}

function SaveMapping({ preset }: { preset: string }) {
  const [name, setName] = useState(preset);
  return (
    <form class="rro-import-save" noValidate onSubmit={(e) => { e.preventDefault(); void savePreset(name); }}>
      <TextField id="table-preset-name" label="Название настройки" value={name} onChange={setName}
        placeholder="например, Выгрузка из СЭД" />
      <button type="submit" class="btn btn-sm btn-outline-secondary" disabled={busy.value}>Сохранить настройку</button>
    </form>
  );
}

/** The name that Excel gives a column: A … Z, AA … */
export function letters(i: number): string {
  return (i >= 26 ? letters(Math.floor(i / 26) - 1) : "") + String.fromCharCode(65 + (i % 26));
}
