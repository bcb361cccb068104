// «Обмен»: backup and restore.
import { Title } from "../ui/page";
import { Backup } from "./exchange/backup";
import { Restore } from "./exchange/restore";

export function ExchangePage() {
  return (
    <>
      <Title text="Обмен" />
      <div class="rro-halves">
        <Backup />
        <Restore />
      </div>
    </>
  );
}
