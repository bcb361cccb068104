// The input of the chosen mode: a month, a range of days, or nothing.
import { useState } from "preact/hooks";
import type { Finding, PlanReq, PlanRes } from "../../core/api.gen";
import { label } from "../../text/format";
import { DateField } from "../../ui/date";
import { fieldId } from "../../ui/findings";
import { MonthPick } from "../../ui/month";
import { modeInfo } from "./address";

interface PeriodProps {
  asked: PlanReq;
  plan: PlanRes | null; // the answer to it
  wanted: boolean; // the button was pressed: now an empty field is an error
  onChange: (change: Partial<PlanReq>) => void;
}

const ends = ["from", "to"] as const;

export function Period({ asked, plan, wanted, onChange }: PeriodProps) {
  const [left, setLeft] = useState({ from: false, to: false });
  const { period, hint } = modeInfo(asked.mode);
  const findings = (end: "from" | "to"): Finding[] =>
    (plan?.period ?? []).filter((f) => f.field === "period." + end && (wanted || left[end] || asked[end] !== ""));
  return (
    <div class="rro-archive-period">
      {period === "month" && (
        <MonthPick id="archive" value={asked.month} empty={asked.month.month ? undefined : "не выбран"}
          onChange={(month) => onChange({ month })} />
      )}
      {period === "range" && (
        <div class="rro-range">
          {ends.map((end) => (
            <DateField key={end} id={fieldId("period." + end)} label={label("period." + end)}
              value={plan?.[end] || asked[end]} findings={findings(end)}
              onChange={(value) => onChange({ [end]: value })} onBlur={() => setLeft((s) => ({ ...s, [end]: true }))} />
          ))}
        </div>
      )}
      <p class="rro-quiet rro-archive-hint">{hint}</p>
    </div>
  );
}
