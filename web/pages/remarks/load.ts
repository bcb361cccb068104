// Checking every record takes a while in a large register: the screen shows how far the check is, and can stop it.
import type { RemarksReq, RemarksRes } from "../../core/api.gen";
import { client } from "../../core/client";
import { cancelled, type CoreError } from "../../core/errors";
import { useAnswer, type Loaded } from "../../state/load";
import { useWork, type Work } from "../../state/work";

interface Remarks {
  found: Loaded<RemarksRes>;
  work: Work;
}

export function useRemarks(req: RemarksReq): Remarks {
  const work = useWork();
  const found = useAnswer(JSON.stringify(req), () => {
    const answer = work.watch("Проверяем обращения…", (watch) => client.call("remarks", req, watch));
    const leave = work.cancel!; // of this call, not of the next one
    return { answer: answer.catch((error: CoreError) => { throw error.code === cancelled ? inWords(error) : error; }),
      leave };
  });
  return { found, work };
}

const inWords = (error: CoreError) => Object.assign(error, {
  text: "Проверка остановлена.",
  hint: "Чтобы проверить снова, выберите месяц или откройте этот список ещё раз.",
});
