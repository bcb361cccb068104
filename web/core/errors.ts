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

/** Codes that the page makes itself; `cancelled` is the core's too. */
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
