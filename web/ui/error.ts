// An error of the core as a finding of the field that it is about.
import type { Finding } from "../core/api.gen";
import type { CoreError } from "../core/errors";

export function errorFindings(error: CoreError | null, field: string): Finding[] {
  return error ? [{ rule: error.code, level: "error", field, text: error.text, hint: error.hint }] : [];
}
