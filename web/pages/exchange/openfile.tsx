// «Открыть файл»: the core recognises the file, and the page opens it where it belongs. Several files at once are files
// of colleagues.
import { fileKinds } from "../../core/api.gen";
import { hand, type Incoming } from "../../state/incoming";
import { ReceiveField } from "../../ui/receive";

const opened = fileKinds.filter((row) => row.place !== "" && row.place !== "password").map((row) => row.kind);

export function OpenFile() {
  const take = (incoming: Incoming) => hand(incoming.files.length > 1 ? { ...incoming, place: "merge" } : incoming);
  return (
    <section class="rro-tile rro-open-file" aria-labelledby="open-any">
      <h2 id="open-any">Файл</h2>
      <p>Архив РРО, таблица, резервная копия, файл передачи, справочник — программа сама узнает, что это, и ничего не
        изменит без вопроса.
        Несколько файлов коллег можно открыть сразу.</p>
      <ReceiveField id="any-file" label="Открыть файл" place="" takes={opened} multiple error={null}
        prompt="или перетащите сюда" onTake={take} />
    </section>
  );
}
