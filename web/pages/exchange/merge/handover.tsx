// «Передать коллеге»: chosen appeals in one file.
import { useState } from "preact/hooks";
import type { Month } from "../../../core/api.gen";
import { useCall } from "../../../state/load";
import { useWork } from "../../../state/work";
import { fileSize, plural } from "../../../text/format";
import { CoverFields, useCover } from "../../../ui/cover";
import { DateField } from "../../../ui/date";
import { download } from "../../../ui/download";
import { RadioField } from "../../../ui/inputs";
import { MonthPick } from "../../../ui/month";
import { Problem, Title, Waiting } from "../../../ui/page";
import { WorkBar } from "../../../ui/work";
import { noFilter } from "../../register/view";
import { Back } from "../back";

const what = [
  { value: "month", label: "За отчётный месяц" }, { value: "since", label: "Изменённые начиная с даты" },
    { value: "all", label: "Все обращения" },
] as const;

export function HandoverPage() {
  const [mode, setMode] = useState<(typeof what)[number]["value"]>("month");
  const [picked, setMonth] = useState<Month | null>(null);
  const [since, setSince] = useState("");
  const [made, setMade] = useState("");
  const work = useWork();
  const today = useCall("today", {}).data, latest = today?.latest; // a month that has appeals
  const month = picked ?? (latest?.month ? latest : today?.month.month ?? null);
  const cover = useCover("handover", "Зашифровать файл паролем");
  const make = async () => {
    setMade("");
    const passphrase = cover.take();
    if (passphrase === null) return;
    const filter = { ...noFilter, ...(mode === "month" ? month : {}), sort: "" as const, desc: false, page: 0,
      size: 0 };
    const answer = await work.run("Собираем файл", "handover",
      { filter, since: mode === "since" ? since : "", passphrase });
    if (!answer) return;
    const { name, size, appeals } = answer.result;
    download(answer.files[0]!, name);
    setMade(`Файл «${name}» (${fileSize(size)}) записан в папку «Загрузки»: ` +
      `${plural(appeals, "обращение", "обращения", "обращений")} с историей и файлами ответов.`);
  };
  return (
    <>
      <Title text="Передать коллеге" aside={<Back />} />
      <section class="rro-tile rro-merge-choose" aria-label="Что передать">
        <p>Коллега берёт обращения из файла в разделе «Обмен» → «Объединить с файлами коллег». Восстановить такой файл
          как резервную копию нельзя: в нём только часть обращений.</p>
        <RadioField id="handover-what" label="Какие обращения" value={mode} options={what} onChange={setMode} />
        {mode === "month" && (month ? <MonthPick id="handover" value={month} onChange={setMonth} /> : <Waiting />)}
        {mode === "since" && <DateField id="handover-since" label="Изменены с" value={since} onChange={setSince} />}
        <CoverFields {...cover} />
        <Problem error={work.error} />
        <button type="button" class="btn btn-sm btn-primary" disabled={!month || work.text !== ""}
          onClick={() => void make()}>Создать файл передачи</button>
        <WorkBar work={work} />
        <p class="rro-made" aria-live="polite">{made}</p>
        <p class="form-text">В файле персональные данные граждан: передавайте его только тем, кому они положены по
          службе.</p>
      </section>
    </>
  );
}
