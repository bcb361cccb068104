// Saves everything to a file although the storage fails: what can still be read, what the core has in memory, and what
// is typed and not saved.
import { client } from "../core/client";
import { unsaved } from "../state/draft";
import { changes, copied } from "../state/saving";
import { complain } from "../state/toast";
import { download } from "./download";

export function RescueButton() {
  const save = async () => {
    try {
      const { result, files } = await client.call("rescue", { drafts: unsaved() });
      download(files[0]!, result.name);
      copied.value = changes.peek();
    } catch (error) {
      complain(error);
    }
  };
  return <button type="button" class="btn btn-sm btn-outline-primary"
    onClick={() => void save()}>Сохранить данные в файл</button>;
}
