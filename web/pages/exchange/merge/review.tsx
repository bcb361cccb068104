// The records of the files by kind: a list, and next to it the chosen record. Only one conflict is in sight at a time.
import { useEffect, useState } from "preact/hooks";
import type { MergeChoice, MergeItem, MergeItemsRes, MergePlan } from "../../../core/api.gen";
import { client } from "../../../core/client";
import { complain } from "../../../state/toast";
import { Waiting } from "../../../ui/page";
import { Pager } from "../../../ui/pager";
import { Item, sideWords } from "./item";
import { kinds } from "./sources";

const size = 100; // rows of the list at once

export function Review({ plan, onPlan }: { plan: MergePlan; onPlan: (plan: MergePlan) => void }) {
  const [kind, setKind] = useState<string>(() => kinds.find((k) => plan.total[k.kind])?.kind ?? "new");
  const [page, setPage] = useState(0);
  const [at, setAt] = useState(0);
  const [list, setList] = useState<MergeItemsRes | null>(null);
  useEffect(() => {
    let current = true;
    client.call("mergeItems", { kind, page, size }).then((res) => current && setList(res), (problem) => {
      complain(problem);
      setList((l) => l ?? { items: [], total: 0 });
    });
    return () => { current = false; };
  }, [kind, page, plan]);
  const show = (next: string) => { setKind(next); setPage(0); setAt(0); };
  const pick = (index: number) => { setAt(index); document.getElementById("merge-item")?.focus(); };
  const decide = (choice: MergeChoice) => {
    // shown at once; the consequences come with the plan
    setList((l) => l && { ...l, items: l.items.map((x) => (x.key === choice.key ? decidedAs(x, choice) : x)) });
    void client.call("mergeDecide", { choices: [choice], rule: "" }).then(onPlan, complain);
  };
  const items = list?.items ?? [], item = items[Math.min(at, items.length - 1)];
  const open = items.findIndex((x, i) => i !== at && !x.decided && x.kind !== "outside");
  return (
    <section class="rro-merge" aria-label="Записи файлов">
      <div class="rro-merge-kinds" role="group" aria-label="Показать">
        {kinds.map((k) => (
          <button key={k.kind} type="button"
            class={"btn btn-sm " + (k.kind === kind ? "btn-primary" : "btn-outline-primary")}
            aria-pressed={k.kind === kind}
            disabled={!plan.total[k.kind]} onClick={() => show(k.kind)}>{k.label}: {plan.total[k.kind]}</button>
        ))}
      </div>
      <div class="rro-merge-list">
        <ul aria-label="Обращения">
          {items.map((x, i) => (
            <li key={x.key || i}>
              <button type="button" aria-current={i === at ? "true" : undefined} onClick={() => pick(i)}>
                <b>{x.number || "без номера"}</b> <span>{x.name}</span><Mark item={x} />
              </button>
            </li>
          ))}
        </ul>
        {list ? <Pager label="Страницы обращений" what="обращения" page={page} size={size} total={list.total}
          onPage={(to) => { setPage(to); setAt(0); }} /> : <Waiting />}
      </div>
      {item && <Item item={item} onDecide={decide} onNext={open < 0 ? null : () => pick(open)} />}
    </section>
  );
}

function decidedAs(item: MergeItem, { side, fields }: MergeChoice): MergeItem {
  const rows = item.rows.map((r) => ({ ...r, side: side === "here" || side === "file" ? side : fields[r.path] ?? "" }));
  return { ...item, side, rows, byRule: false, decided: side !== "fields" || rows.every((r) => r.side) };
}

/** The decision about a record, at the end of the row. */
function Mark({ item }: { item: MergeItem }) {
  if (item.kind === "outside" || item.kind === "same") return null;
  if (!item.decided) return <span class="rro-merge-open">не решено</span>;
  return <span class="rro-merge-done">{item.byRule ? "по правилу" : sideWords(item)}</span>;
}
