// The states of the core that a person can see, with what to do about them.
import type { CoreError } from "./errors";

export type Phase = "starting" | "ready" | "stopped" | "failed";

export interface CoreState {
  phase: Phase;
  text: string;
  hint: string;
  detail: string; // technical, for a specialist
}

export function starting(text: string): CoreState {
  return { phase: "starting", text: "Загрузка… " + text, hint: "", detail: "" };
}

export const ready: CoreState = { phase: "ready", text: "", hint: "", detail: "" };

export function stoppedState(detail: string): CoreState {
  return {
    phase: "stopped",
    text: "Ядро остановлено, данные сохранены.",
    hint: "Всё, что отмечено «Сохранено», уже на диске. Нажмите «Перезапустить» и продолжайте работу.",
    detail,
  };
}

export const failures = {
  damaged: (detail: string) =>
    failed(
      "Файл программы повреждён или скопирован не полностью.",
      "Скопируйте файл rroform.html заново и откройте новую копию. Данные в браузере при этом не пострадают.",
      detail,
    ),
  mixed: (detail: string) =>
    failed(
      "Страница и ядро взяты из разных сборок программы.",
      "Откройте страницу заново (Ctrl+F5). Если не поможет, скопируйте файл rroform.html заново.",
      detail,
    ),
  silent: (seconds: number) =>
    failed(
      "Ядро не ответило за " + seconds + " секунд.",
      "Закройте другие вкладки с этой программой и нажмите «Перезапустить». Если не поможет, перезапустите браузер.",
      "",
    ),
  start: (error: CoreError) => failed(error.text, error.hint, error.code),
  crashed: (detail: string) =>
    failed(
      "Ядро программы не запустилось.",
      "Нажмите «Перезапустить». Если не поможет, откройте файл в другом браузере: Chrome или Edge (109 и " +
        "новее), Яндекс Браузер (на основе Chromium 109 и новее) или Firefox (115 и новее).",
      detail,
    ),
};

function failed(text: string, hint: string, detail: string): CoreState {
  return { phase: "failed", text, hint, detail };
}
