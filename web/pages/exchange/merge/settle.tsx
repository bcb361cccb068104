// Takes what differs between the register and a table, or an open archive, to the merge, where the clerk decides field
// by field.
import type { MergeFromReq } from "../../../core/api.gen";
import { go } from "../../../state/route";
import { useWork } from "../../../state/work";
import { Problem } from "../../../ui/page";
import { WorkBar } from "../../../ui/work";

export function Settle(from: Partial<MergeFromReq>) {
  const work = useWork();
  const open = async () => {
    if (await work.run("Сравниваем с реестром", "mergeFrom", { archive: "", otherBody: false, table: "", ...from }))
      go("#/exchange/merge");
  };
  return (
    <>
      <button type="button" class="btn btn-sm btn-outline-primary" disabled={work.text !== ""}
        onClick={() => void open()}>Решить расхождения</button>
      <WorkBar work={work} />
      <Problem error={work.error} />
    </>
  );
}
