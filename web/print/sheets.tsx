// What «Печать» of the browser prints instead of the screen; null is the screen itself. Called right before printing,
// when the data are on the screen.
import { nextId, openDraft } from "../state/draft";
import { readRoute } from "../state/route";
import { CardSheet } from "./card";

export function sheetOf(hash: string): preact.ComponentChild {
  const [section, id] = readRoute(hash).path;
  if (section !== "appeals" || !id || id === "remarks") return null;
  return <CardSheet draft={id === "new" ? openDraft(nextId.peek(), true) : openDraft(id, false)} />;
}
