// Takes what a table or an open archive says otherwise than the register to
// the merge, where it is decided field by field.
import type { MergeFromReq } from "../../../core/api.gen";
import { client } from "../../../core/client";
import { go } from "../../../state/route";
import { complain } from "../../../state/toast";
import { mergePath } from "./given";

export function Settle(from: Partial<MergeFromReq>) {
  const open = () => client.call("mergeFrom", { archive: "", otherBody: false, table: "", ...from }).then(() => go(mergePath), complain);
  return <button type="button" class="btn btn-sm btn-outline-primary" onClick={() => void open()}>Решить расхождения</button>;
}
