// Fields of the register that the core is about to get.
import "../../core/api.gen";
import type { RegisterReq } from "../../core/api.gen";

declare module "../../core/api.gen" {
  interface RegisterReq { code: string; recipient: string; onlyErrors: boolean; onlyDrafts: boolean; notExported: boolean; changedSince: boolean }
  interface RegisterRow { draft: boolean; exported: string; recipients: string[] }
}

export function known({ year, month, origin, status, query, sort, desc, page, size }: RegisterReq): RegisterReq {
  return { year, month, origin, status, query, sort, desc, page, size } as RegisterReq;
}
