// The switches of a format profile in words.
import type { FormatProfile } from "../../core/api.gen";
import { fileSize } from "../../text/format";
import { levelNames } from "../../ui/findings";

const createDate: Record<string, string> = {
  arrival: "если её не указали, записывается дата поступления",
  none: "если её не указали, не записывается",
};
const extended: Record<string, string> = {
  InWorkExtended: "записывается отдельным статусом",
  isExtend: "записывается как «Находится на рассмотрении» с отметкой о продлении",
};
const recipients: Record<string, string> = {
  questionPerRecipient: "вопрос повторяется для каждого получателя",
  transferList: "перечисляются списком в одном вопросе",
};
const files: Record<string, string> = {
  never: "в архив не идут",
  a26: "идут только у обращений с номером на «А26»",
  always: "идут у всех обращений",
};

export function inWords(f: FormatProfile): [string, string][] {
  const levels = Object.entries(f.levels ?? {})
    .map(([code, level]) => `${code} — ${level === "off" ? "выключено" : levelNames[level]?.toLowerCase() ?? level}`);
  return [
    ["Дата документа прямого обращения", createDate[f.createDateOfDirect] ?? f.createDateOfDirect],
    ["«Рассмотрение продлено»", extended[f.extended] ?? f.extended],
    ["Несколько получателей вопроса", recipients[f.recipients] ?? f.recipients],
    ["Файлы ответов", files[f.fileRule] ?? f.fileRule],
    ["Разрешённые виды файлов", f.extensions.map((e) => e.slice(1).toUpperCase()).join(", ")],
    ["Размер файла ответа", "меньше " + fileSize((f.maxFileBase64 / 4) * 3)], // base64 is a third longer
    ["Часть архива", `до ${fileSize(f.maxPartBytes)}, больший архив делится`],
    ["Вид нулевого отчёта", (f.zeroReport.confirmed ? "подтверждён: " : "не подтверждён: ") + f.zeroReport.source],
    ["Важность правил", levels.length ? levels.join("; ") : "как встроено"],
  ];
}
