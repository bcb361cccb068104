// Downloads an archive of the journal under a passphrase, to be handed to another body.
import type { Archive } from "../../core/api.gen";
import { complain } from "../../state/toast";
import { CoverFields, useCover } from "../../ui/cover";
import { Dialog } from "../../ui/dialog";
import { handOut } from "./job";

export function CoveredArchive({ archive, onClose }: { archive: Archive; onClose: () => void }) {
  const cover = useCover("archive", "", true);
  const take = async (e: Event) => {
    e.preventDefault();
    const passphrase = cover.take();
    if (passphrase === null) return;
    onClose();
    for (const part of archive.parts.keys()) await handOut(archive.id, part, passphrase);
  };
  return (
    <Dialog title="Архив под паролем" onClose={onClose}>
      <form onSubmit={(e) => void take(e).catch(complain)}>
        <p>Чтобы передать архив тому, кто загружает его на портал, по почте или на флешке. Он откроет файл в этой же
          программе: «Обмен» → «Файл под паролем».</p>
        <CoverFields {...cover} />
        <div class="rro-dialog-actions">
          <button type="submit" class="btn btn-sm btn-primary">Скачать под паролем</button>
          <button type="button" class="btn btn-sm btn-outline-secondary" onClick={onClose}>Отмена</button>
        </div>
      </form>
    </Dialog>
  );
}
