// How the record of a zero report looks. The official sample is issued only on the portal, so the clerk can give the
// program a real one.
import { useRef, useState } from "preact/hooks";
import type { Finding, Month, ZeroReport, ZeroTemplateRes } from "../../core/api.gen";
import { client } from "../../core/client";
import { asCoreError, type CoreError } from "../../core/errors";
import { useCall } from "../../state/load";
import { wrote } from "../../state/saving";
import { say } from "../../state/toast";
import { errorFindings } from "../../ui/error";
import { Field, controlProps, stateClass } from "../../ui/field";
import { FileField } from "../../ui/file";
import { Findings, fieldId } from "../../ui/findings";
import { Answered } from "../../ui/page";
import { SaveTemplate } from "./save";

interface Props {
  month: Month;
  findings: readonly Finding[];
}

/** Empty before the core has answered: it is not known yet whether the record is confirmed. */
export function Template(props: Props) {
  const format = useCall("format", {});
  return (
    <Answered of={format}>{({ format: { format } }) => <Sample report={format.zeroReport} {...props} />}</Answered>
  );
}

function Sample({ report, month, findings }: Props & { report: ZeroReport }) {
  const [text, setText] = useState("");
  const [read, setRead] = useState<ZeroTemplateRes | null>(null);
  const [failed, setFailed] = useState<{ at: "text" | "file"; error: CoreError } | null>(null);
  const [source, setSource] = useState("");
  const timer = useRef(0);

  const reads = async (at: "text" | "file", sample: string, files: File[]) => {
    setRead(null);
    setFailed(null);
    if (at === "text" && !sample.trim()) return;
    setSource(at === "file" ? `Из файла «${files[0]!.name}»` : "Вставлен вручную из «Порядка импорта», п. 3.4");
    try {
      setRead((await client.call("readZeroTemplate", { text: sample, month }, { files })).result);
    } catch (error) {
      setFailed({ at, error: asCoreError(error) });
    }
  };
  const save = async (confirmed: boolean) => {
    try {
      await client.call("saveZeroTemplate", { template: read!.template, confirmed, source });
      wrote();
      say({ text: "Шаблон нулевого отчёта запомнен." });
      setRead(null);
      setText("");
    } catch (error) {
      setFailed({ at: "text", error: asCoreError(error) });
    }
  };
  const box = { id: "zero-sample", label: "Образец из п. 3.4 «Порядка импорта»",
    findings: failed?.at === "text" ? errorFindings(failed.error, "zero-sample") : [],
    hint: "Вставьте запись целиком, от «{» до «}». Орган, год и месяц программа найдёт и подставит сама." };
  return (
    <section id={fieldId("zero.template")} class="rro-template" aria-labelledby="template">
      <h2 id="template">{report.confirmed ? "Образец нулевого отчёта известен" : "Образец нулевого отчёта"}</h2>
      <Findings id={fieldId("zero.template") + "-findings"} list={findings} />
      <details>
        <summary>Взять образец из готового нулевого отчёта или из «Порядка импорта»</summary>
        <Field {...box}>
          <textarea {...controlProps(box)} rows={4} spellcheck={false}
            class={"form-control form-control-sm rro-mono" + stateClass(box.findings)} value={text}
            onInput={(e) => {
              const sample = e.currentTarget.value;
              setText(sample);
              clearTimeout(timer.current);
              timer.current = setTimeout(() => void reads("text", sample, []), 250);
            }} />
        </Field>
        <FileField id="zero-file" label="Открыть готовый нулевой отчёт" accept=".zip,.json"
          findings={failed?.at === "file" ? errorFindings(failed.error, "zero-file") : []}
          hint="Архив или запись, которые сделала другая программа, например ЛАРМ ЕС ОГ."
          onFiles={([file]) => { clearTimeout(timer.current); setText(""); return reads("file", "", [file!]); }} />
        {report.source && <p class="rro-quiet">Откуда взят вид записи сейчас: {report.source}.</p>}
        {read && <SaveTemplate preview={read.preview} onSave={save} />}
      </details>
    </section>
  );
}
