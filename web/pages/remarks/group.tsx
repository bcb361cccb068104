// One rule: what it says, where, and the fix for one place or for all.
import { useState } from "preact/hooks";
import type { Finding, Month, RemarkGroup, RemarkItem } from "../../core/api.gen";
import { client } from "../../core/client";
import { last, placeHash } from "../../state/place";
import { complain } from "../../state/toast";
import { FindingLink, levelNames } from "../../ui/findings";
import { fieldName } from "../../text/format";
import { HowToFix } from "./choose";
import { fix } from "./fix";

interface Props {
  group: RemarkGroup;
  month: Month;
  open: boolean; // at first; then the clerk opens and closes it
}

export function Group({ group, month, open }: Props) {
  const [unfolded] = useState(open);
  const [more, setMore] = useState<RemarkItem[] | null>(null);
  const [asking, setAsking] = useState(false);
  const { rule, level, count, fixes } = group;
  const choices = group.choices ?? [];
  const fixAll = (label: string) => void fix({ rule: rule.code, label, ids: [], month }, `${label || rule.text}.`);
  const items = more && more.length > group.items.length ? more : group.items;
  const all = () => client.call("remarks", { month, rule: rule.code })
    .then((found) => setMore(found.groups[0]?.items ?? []), complain);
  return (
    <details class={"rro-remarks rro-" + level} open={unfolded}>
      <summary>
        <strong>{levelNames[level]}:</strong> {rule.text} <span class="rro-remarks-count">{count}</span> <span
          class="rro-quiet">{rule.code}</span>
      </summary>
      <div class="rro-remarks-hint">
        <span>{rule.hint}</span>
        {fixes > 1 && (
          <button type="button" class="btn btn-sm btn-primary"
            onClick={() => (choices.length ? setAsking(true) : fixAll(""))}>Исправить все ({fixes}){choices.length > 0
              && "…"}</button>
        )}
      </div>
      {asking && <HowToFix rule={rule} labels={choices} count={fixes} onClose={() => setAsking(false)}
        onChoose={fixAll} />}
      <ul>
        {items.map((item, i) => <Item key={item.id + item.finding.field + i} item={item} ruleText={rule.text} />)}
      </ul>
      {count > items.length && !more && <button type="button" class="btn btn-sm btn-link"
        onClick={() => void all()}>Показать ещё</button>}
      {count > items.length && more && <p class="rro-quiet">Показаны первые {items.length} из {count}.</p>}
    </details>
  );
}

function Item({ item: { id, number, name, finding, change }, ruleText }: { item: RemarkItem; ruleText: string }) {
  const said = finding.text.replace(/\.$/, "");
  return (
    <li class={last.value === id ? "rro-here" : undefined}>
      <span class="rro-remark-where"><a href={placeHash({ id, field: finding.field })}
        data-appeal={id}>{number || "без номера"}</a> {name}</span>
      <span class="rro-remark-text">{said !== ruleText.replace(/\.$/, "") ? finding.text : fieldName(finding.field)}
        <FindingLink finding={finding} />
        {change && <span class="rro-change">{change.from || "пусто"} → <b>{change.to || "пусто"}</b></span>}</span>
      <Fixes id={id} number={number || "без номера"} finding={finding} change={change} />
    </li>
  );
}

interface FixesProps extends Pick<RemarkItem, "id" | "number" | "change"> {
  finding: Finding;
}

/** One button where the fix is certain; several buttons name their fixes. */
function Fixes({ id, number, finding, change }: FixesProps) {
  const fixes = finding.fixes ?? [];
  const done = (label: string) =>
    (change ? `${fieldName(change.field)} — ${change.from || "пусто"} → ${change.to || "пусто"}` : label);
  if (!fixes.length) return null;
  return (
    <span class="rro-remark-fixes">
      {fixes.map(({ label }) => (
        <button key={label} type="button" class="btn btn-sm btn-outline-primary" title={label}
          onClick={() => void fix({ rule: finding.rule, label, ids: [id], month: { year: 0, month: 0 } },
          `${number}: ${done(label)}.`)}>{fixes.length > 1 ? label : "Исправить"}</button>
      ))}
    </span>
  );
}
