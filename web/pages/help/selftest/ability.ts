// What the program needs of a browser. Each ability is tried; only the version is read from the browser's name, because
// there is no other way to know it.
import type { Found } from "./found";
import { alive } from "./memory";
import { answers, computes, hears, safe, writes } from "./probes";
import { free, lasting } from "./space";
import { newEnough, place } from "./version";

export interface Ability {
  name: string;
  /** A rejection is a "no" with the browser's words. */
  probe(): Found | Promise<Found>;
  /** What to do when the answer is not "yes". */
  remedy: string;
  /** Without it the program does not work, or loses data. */
  vital?: boolean;
}

export const abilities: readonly Ability[] = [
  { name: "Версия браузера", probe: newEnough, vital: true,
    remedy: "Обновите браузер: нужен Chrome или Edge версии 109 или новее, Яндекс Браузер на основе Chromium 109 " +
    "или новее либо Firefox версии 115 или новее. Для Windows 7 подойдёт Chrome 109." },
  { name: "Ядро программы (WebAssembly)", probe: computes, vital: true,
    remedy: "Без WebAssembly программа не запускается. Его выключает политика браузера или режим повышенной " +
    "безопасности: попросите администратора разрешить WebAssembly для этого файла." },
  { name: "Работа в фоне", probe: answers,
    remedy: "Программа работает и так, но на долгих операциях окно замирает. Фоновую работу запрещает политика " +
    "браузера или расширение: попросите администратора её разрешить." },
  { name: "Хранилище данных", probe: writes, vital: true,
    remedy: "Введённое пропадёт с закрытием вкладки. Откройте программу в обычном, не приватном окне; разрешите " +
    "сайтам хранить данные в настройках браузера; проверьте, не кончилось ли место на диске." },
  { name: "Данные остаются после закрытия браузера", probe: alive,
    remedy: "Закройте браузер, откройте программу снова и повторите проверку. Если ответ не изменится, окно " +
    "приватное или браузер стирает данные при закрытии: откройте обычное окно, отключите очистку в настройках " +
      "браузера, а до тех пор делайте резервную копию перед закрытием." },
  { name: "Свободное место", probe: free,
    remedy: "Если места мало, освободите его на диске. Сколько места есть, браузер говорит не везде: тогда программа " +
    "предупредит, когда запись не удастся." },
  { name: "Защита от автоматической очистки", probe: lasting,
    remedy: "Когда диск заполнен, браузер вправе стереть данные сам. Следите за местом на диске и делайте резервную " +
    "копию раз в неделю." },
  { name: "Связь между вкладками", probe: hears,
    remedy: "Изменения из другой вкладки не видны сразу. Работайте в одной вкладке; чужую запись программа всё равно " +
    "не затрёт." },
  { name: "Файл на своём месте", probe: place,
    remedy: "Firefox привязывает данные к месту файла. Не переносите и не переименовывайте файл, открывайте его " +
    "одним и тем же ярлыком. Если данных не видно, верните файл на прежнее место или восстановите резервную копию." },
  { name: "Печать", probe: () =>
    ({ answer: typeof window.print === "function" ? "yes" : "no",
      said: "Окно печати есть. Принтер программа проверить не может." }),
    remedy: "Браузер запущен без печати. Откройте программу в обычном окне браузера или распечатайте выгруженную " +
    "таблицу." },
  { name: "Защищённое соединение", probe: safe,
    remedy: "Делать ничего не нужно: контрольные суммы программа считает сама. Данные с этой страницы в сеть не уходят."
    },
];

/** Tries one ability. A probe that never ends is a "no" too. */
export async function tried({ probe }: Ability): Promise<Found> {
  const limit = new Promise<Found>((done) => setTimeout(() => done({ answer: "no", said: "Браузер не ответил." }),
    10_000));
  try {
    return await Promise.race([probe(), limit]);
  } catch (error) {
    const lacks = error instanceof TypeError || error instanceof ReferenceError; // the browser has no such function
    return { answer: "no", said: lacks ? "Такой возможности в этом браузере нет."
      : `Ответ браузера: ${error instanceof Error ? error.name : String(error)}.` };
  }
}
