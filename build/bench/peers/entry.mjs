// An appeal as the portal wants it and the check of it, as a team would write
// them in JavaScript.
import Ajv from "ajv/dist/2020";
import addFormats from "ajv-formats";
import schema from "../../../schemas/entry.schema.json";
import { statuses } from "../../../web/core/api.gen";

const departmentId = "89729055-843a-4eeb-88e1-71535b245d6f"; // build/bench/data.go, body
const needs = new Map(statuses.map((row) => [row.status, row]));

/** The compiled check of an entry, strict. */
export const fits = addFormats(new Ajv({ strict: true, strictRequired: false, strictTypes: false })).compile(schema);

/** content: base64 of the answer file of a question, or undefined. */
export function toEntry(appeal, content = () => undefined) {
  const entry = { departmentId, isDirect: appeal.isDirect, format: appeal.format, number: appeal.number };
  const created = appeal.createDate || (appeal.isDirect ? appeal.incomingDate : "");
  if (created) entry.createDate = created;
  entry.name = appeal.name;
  if (appeal.address) entry.address = appeal.address;
  if (appeal.email) entry.email = appeal.email;
  entry.questions = appeal.questions.map((q) => question(appeal, q, content));
  return entry;
}

function question(appeal, q, content) {
  const need = needs.get(q.status);
  const out = { code: q.code, status: q.status };
  if (need.incomingDate === "required") out.incomingDate = q.incomingDate || appeal.incomingDate;
  if (need.registrationDate === "required") out.registrationDate = q.registrationDate || appeal.registrationDate;
  if (need.responseDate === "required") out.responseDate = q.responseDate;
  if (need.actionsTaken === "required") out.actionsTaken = q.actionsTaken;
  if (q.attachment) out.attachment = { name: q.attachment.name, content: content(q.attachment.fileId) };
  if (need.transfer === "required") {
    const list = q.transfers.map(({ departmentId, transferDate, transferNumber }) =>
      ({ departmentId, transferDate, transferNumber }));
    out.transfer = list.length === 1 ? list[0] : list;
  }
  return out;
}
