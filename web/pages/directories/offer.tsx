// What a file of directories would change, shown before the clerk takes it.
import { useState } from "preact/hooks";
import type { PackOffer, PackPart } from "../../core/api.gen";
import { client } from "../../core/client";
import { asCoreError, type CoreError } from "../../core/errors";
import { wrote } from "../../state/saving";
import { sayMatched } from "../../state/matched";
import { Dialog } from "../../ui/dialog";
import { CheckField } from "../../ui/inputs";
import { Notice, Problem } from "../../ui/page";
import { Affected } from "./affected";

const few = 3; // remarks shown at first
const states: Record<string, string> = { newer: "новее действующей", same: "та же, что действует",
  older: "старше действующей", new: "" };

export function Offer({ offer: { id, parts }, onClose }: { offer: PackOffer; onClose: () => void }) {
  const [chosen, setChosen] = useState(parts.map((p) => !p.refusal && !p.doubt && p.state !== "same"));
  const [error, setError] = useState<CoreError | null>(null);
  const single = parts.length === 1;
  const wanted = parts.flatMap((p, i) => (single ? (p.refusal && !p.forced ? [] : [i]) : chosen[i] ? [i] : []));
  const older = wanted.some((i) => parts[i]!.refusal), doubtful = wanted.some((i) => parts[i]!.doubt);
  const take = async () => {
    try {
      const { matched } = await client.call("takePack", { id, parts: wanted, older });
      await client.refresh();
      wrote();
      sayMatched(`Действует: ${wanted.map((i) => [parts[i]!.label, parts[i]!.edition].filter(Boolean).join(", " +
        "")).join("; ")}. Обращения проверены заново.`, matched);
      onClose();
    } catch (problem) {
      setError(asCoreError(problem));
    }
  };
  return (
    <Dialog title={single ? parts[0]!.label : "Пакет справочников"} onClose={onClose} wide>
      <div class="rro-scroll rro-tall" tabIndex={0} role="region" aria-label="Что изменится">
        {parts.map((part, i) => (
          <section key={part.label} class="rro-part">
            {!single && <CheckField id={"part-" + i} label={part.label} checked={chosen[i]!}
              onChange={(on) => setChosen(chosen.map((c, n) => (n === i ? on : c)))} />}
            <Part part={part} />
          </section>
        ))}
      </div>
      <Problem error={error} />
      <div class="rro-dialog-actions">
        {doubtful && <button type="button" class="btn btn-sm btn-primary" onClick={onClose}>Отмена</button>}
        <button type="button" class={"btn btn-sm " + (doubtful ? "btn-outline-danger" : older ? "btn-danger"
          : "btn-primary")} disabled={!wanted.length} onClick={() => void take()}>
          {older ? "Взять, хотя есть более старые" : "Взять"}
        </button>
        {!doubtful && <button type="button" class="btn btn-sm btn-outline-secondary" onClick={onClose}>Отмена</button>}
      </div>
    </Dialog>
  );
}

function Part({ part }: { part: PackPart }) {
  const { edition, source, inForce, state, refusal, doubt, counts, affected, allHit } = part;
  const remarks = doubt ? part.remarks.slice(1) : part.remarks;
  return (
    <>
      {doubt && <Notice level="error"><b>{part.remarks[0]}.</b> Исключённые коды программа считает ошибкой. Проверьте,
        тот ли файл выбран.</Notice>}
      <p>{edition && <>Редакция: <b>{edition}</b>
        {states[state] && `, ${states[state]}`}{inForce && ` (действует ${inForce})`}. </>}Источник: {source}.</p>
      {refusal && <Notice level="error">{refusal} Такой справочник не принимается.</Notice>}
      <ul class="rro-counts">
        {counts.map((c) => (
          <li key={c.label}>
            {c.names.length ? <details><summary>{c.label}: <b>{c.count}</b></summary>
              <ul>{c.names.map((name) => <li key={name}>{name}</li>)}
              {c.count > c.names.length && <li>и ещё {c.count - c.names.length}</li>}</ul></details>
                : <>{c.label}: <b>{c.count}</b></>}
          </li>
        ))}
      </ul>
      {remarks.length > 0 && (
        <details class="rro-remarks" open={remarks.length <= few}><summary>Замечания к файлу: {remarks.length}</summary>
          <ul>{remarks.map((text) => <li key={text}>{text}</li>)}</ul></details>
      )}
      <Affected list={affected} all={allHit} />
    </>
  );
}
