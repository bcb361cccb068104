// The encoding in which a text table was read, with a choice of another one when the letters make no sense.
import type { TableInfo } from "../../../core/api.gen";
import { SelectField } from "../../../ui/inputs";
import { encode } from "./state";

export function Encoding({ info }: { info: TableInfo }) {
  if (!info.encoding) return null;
  const others = info.encodings.includes(info.encoding) ? info.encodings : [info.encoding, ...info.encodings];
  return <SelectField id="table-encoding" label="Кодировка" hint="если вместо букв знаки" value={info.encoding}
    options={others.map((e) => ({ value: e, label: e }))} onChange={(e) => void encode(e)} />;
}
