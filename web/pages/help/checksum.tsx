// The checksum of the open program, and of a file that the clerk chooses.
import { useEffect, useState } from "preact/hooks";
import { call } from "../../core/client";
import { asCoreError, type CoreError } from "../../core/errors";
import { ownFile } from "../../core/self";
import { FileField } from "../../ui/file";
import { Problem } from "../../ui/page";

export function Checksum() {
  const [own, setOwn] = useState("");
  const [checked, setChecked] = useState<{ name: string; sum: string } | null>(null);
  const [problem, setProblem] = useState<CoreError | null>(null);
  const sum = async (file: Blob) => (await call("sumFile", {}, { blobs: [file] })).sha256;
  useEffect(() => void sum(ownFile()).then(setOwn, setProblem), []);
  const check = async (file: File) => {
    setProblem(null);
    try {
      setChecked({ name: file.name, sum: await sum(file) });
    } catch (error) {
      setProblem(asCoreError(error));
    }
  };
  return (
    <>
      <dl class="rro-words"><div><dt>Контрольная сумма открытой программы (SHA-256)</dt>
        <dd class="rro-version" id="own-sum">{own || "считается…"}</dd></div></dl>
      <p>Сравните её с суммой из файла <span class="rro-version">SHA256SUMS</span>, полученной не вместе с программой.
        Подделанная программа может показать здесь что угодно: окончательно проверяет файл
        администратор средствами системы (<span class="rro-version">certutil</span>, <span
        class="rro-version">sha256sum</span>).</p>
      <FileField id="check-file" label="Проверить файл" prompt="файл программы или любой другой"
        onFiles={([file]) => check(file!)} />
      {checked && <p role="alert">Сумма файла «{checked.name}»: <span
        class="rro-version">{checked.sum}</span>. {checked.sum === own ? "Это та же программа, что открыта сейчас."
          : "Это не тот файл, что открыт сейчас: другая версия, другой файл или изменённая программа."}</p>}
      {problem && <Problem error={problem} />}
    </>
  );
}
