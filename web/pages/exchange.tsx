// «Обмен»: backup and restore.
import { route } from "../state/route";
import { Title } from "../ui/page";
import { Backup } from "./exchange/backup";
import { Restore } from "./exchange/restore";
import { Colleagues, subPage } from "./exchange/colleagues";
import { TableImportPage } from "./exchange/import/page";
import { TableTile } from "./exchange/import/tile";
import { OpenArchive } from "./exchange/open";

export function ExchangePage() {
  const Page = subPage();
  if (Page) return <Page />;
  if (route.value.path[1] === "table") return <TableImportPage />;
  return (
    <>
      <Title text="Обмен" />
      <OpenArchive />
      <div class="rro-halves">
        <Backup />
        <Restore />
        <Colleagues />
        <TableTile />
      </div>
    </>
  );
}
