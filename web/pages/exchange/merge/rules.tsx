// One rule for all conflicts that have no decision yet.
import { useState } from "preact/hooks";
import type { MergePlan, MergeRule } from "../../../core/api.gen";
import { client } from "../../../core/client";
import { complain } from "../../../state/toast";
import { plural } from "../../../text/format";

const rules = [
  { rule: "here", label: "Везде здешнее",
    hint: "Как в реестре; если обращение пришло из раньше названного файла — как в нём." },
  { rule: "file", label: "Везде из файла", hint: "При нескольких файлах — как в последнем из них." },
  { rule: "later", label: "Везде более позднее",
    hint: "Для каждого поля — значение, изменённое позже, по истории изменений обеих записей." },
  { rule: "none", label: "Сбросить решения", hint: "Решить всё заново." },
] as const satisfies readonly { rule: MergeRule; label: string; hint: string }[];

export function Rules({ plan, onPlan }: { plan: MergePlan; onPlan: (plan: MergePlan) => void }) {
  const [said, setSaid] = useState("");
  if (!plan.total.conflict) return null;
  const use = async (rule: MergeRule) => {
    try {
      const next = await client.call("mergeDecide", { choices: [], rule });
      onPlan(next);
      setSaid(rule === "later" ? "Взято изменённое позже, по времени у каждого значения"
        + (next.open ? "; где оно не известно или одинаково, решение осталось за вами" : "") : "");
    } catch (error) {
      complain(error);
    }
  };
  return (
    <div class="rro-merge-rules" role="group" aria-label="Правило для всех расхождений">
      <span>Все, что не решены вручную:</span>
      {rules.map((r) => <button key={r.rule} type="button" class="btn btn-sm btn-outline-primary" title={r.hint}
        onClick={() => void use(r.rule)}>{r.label}</button>)}
      <b aria-live="polite">{plan.open
        ? `Не решено: ${plan.open}`
        : `Решены все: ${plural(plan.total.conflict, "расхождение", "расхождения", "расхождений")}`}
        {said && ". " + said}</b>
    </div>
  );
}
