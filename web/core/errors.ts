import type { Progress, RpcError } from "./api.gen";

export type { Progress };

/** What the core could not do: `text` says what happened, `hint` what to do. */
export class CoreError extends Error {
  readonly code: string;
  readonly text: string;
  readonly hint: string;

  constructor(data: RpcError) {
    super(data.text);
    this.name = "CoreError";
    this.code = data.code;
    this.text = data.text;
    this.hint = data.hint;
  }
}

/** Gives any failure words for the clerk. */
export function asCoreError(error: unknown): CoreError {
  if (error instanceof CoreError) return error;
  const known = ownWords.find(([name]) => error instanceof DOMException && error.name === name);
  if (known) return new CoreError({ code: "page", text: known[1], hint: known[2] });
  return new CoreError({
    code: "page",
    text: "Действие не выполнено: в программе ошибка.",
    hint: `Повторите действие. Если не поможет, обновите страницу (F5) и сообщите разработчикам: «${String(error)}».`,
  });
}

/** Words for what a browser throws, by name. */
const ownWords = [
  ["NotReadableError", "Браузер не смог прочитать этот файл.",
    "Проверьте, не открыт ли он в другой программе и доступна ли его папка, и выберите его снова."],
  ["NotFoundError", "Этого файла уже нет на прежнем месте.", "Выберите его снова."],
  ["QuotaExceededError", "На диске или в хранилище браузера нет места.",
    "Освободите место на диске и повторите действие."],
  ["NotAllowedError", "Браузер не разрешил это действие.", "Повторите его или разрешите в настройках браузера."],
  ["DataCloneError", "Файл слишком велик для памяти браузера.",
    "Закройте другие вкладки и повторите действие или возьмите файл меньше."],
] as const;

/** Codes of the page's own errors; the core uses `cancelled` too. */
export const stopped = "stopped";
export const cancelled = "cancelled";

export function stoppedError(detail: string): CoreError {
  return new CoreError({
    code: stopped,
    text: "Ядро остановлено, действие не выполнено." + (detail ? " " + detail : ""),
    hint: "Нажмите «Перезапустить» и повторите действие.",
  });
}

export function cancelledError(): CoreError {
  return new CoreError({ code: cancelled, text: "Действие отменено.", hint: "Ничего не изменилось." });
}
