// «Файл под паролем»: decrypts a file.
import { useState } from "preact/hooks";
import { BlobSink } from "../../core/sink";
import { useWork } from "../../state/work";
import { AskPassword, wantsPassword } from "../../ui/ask";
import { download } from "../../ui/download";
import { errorFindings } from "../../ui/error";
import { FileField } from "../../ui/file";
import { WorkBar } from "../../ui/work";

export function Uncover() {
  const [file, setFile] = useState<File | null>(null);
  const work = useWork("Отменено.");
  const id = "uncover-file";
  const open = async (chosen: File, passphrase: string) => {
    setFile(chosen);
    const sink = new BlobSink();
    const inside = await work.run("Открываем файл", "uncover", { name: chosen.name, passphrase },
      { blobs: [chosen], onBlock: sink.take });
    if (inside) download(sink.blob("application/zip"), inside.name);
  };
  return (
    <section class="rro-tile" aria-labelledby="uncover">
      <h2 id="uncover">Файл под паролем</h2>
      <p>Расшифровывает файл: например, архив для загрузки на портал. Копии, файлы передачи и архивы под паролем можно
        и не расшифровывать: другие разделы спросят пароль сами.</p>
      <FileField id={id} label="Открыть файл под паролем" accept=".age"
        findings={wantsPassword(work.error) ? [] : errorFindings(work.error, id)}
        onFiles={([chosen]) => { if (!work.text) void open(chosen!, ""); }} />
      <WorkBar work={work} />
      <AskPassword error={work.error} name={file?.name ?? ""} onGive={(passphrase) => void open(file!, passphrase)}
        onNo={work.clear} />
    </section>
  );
}
