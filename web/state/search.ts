// What comboboxes look for.
import { client } from "../core/client";
import type { Option } from "../ui/combobox";

export async function searchCodes(query: string): Promise<Option[]> {
  const { hits } = await client.call("searchCodes", { query, limit: 30 });
  return hits.map((h) => ({ value: h.code, name: h.code + " " + h.title, detail: h.path }));
}

export async function searchBodies(query: string): Promise<Option[]> {
  const { bodies } = await client.call("searchBodies", { query });
  return bodies.map((b) => ({ value: b.name + " " + b.departmentId, name: b.name, detail: b.departmentId }));
}
