// «Обмен»: first a field for any file, then a tile for each thing that comes in or goes out, in the order in which
// clerks need them, and below them the open archive.
import { useEffect } from "preact/hooks";
import { route } from "../state/route";
import { Title } from "../ui/page";
import { Backup } from "./exchange/backup";
import { Colleagues } from "./exchange/colleagues";
import { DamagedPage } from "./exchange/damaged/page";
import { TableImportPage } from "./exchange/import/page";
import { TableTile } from "./exchange/import/tile";
import { LogsPage } from "./exchange/logs/page";
import { HandoverPage } from "./exchange/merge/handover";
import { MergePage } from "./exchange/merge/page";
import { OpenArchive, useOpened } from "./exchange/open";
import { OpenFile } from "./exchange/openfile";
import { OpenedContents } from "./exchange/opencontents";
import { ReconcilePage } from "./exchange/reconcile/page";
import { ReconcileTile } from "./exchange/reconcile/tile";
import { Uncover } from "./exchange/uncover";
import { Restore } from "./exchange/restore";

const pages: Record<string, () => preact.JSX.Element> = {
  table: TableImportPage, merge: MergePage, handover: HandoverPage, logs: LogsPage, check: ReconcilePage,
  damaged: DamagedPage,
};

export function ExchangePage() {
  const Page = pages[route.value.path[1] ?? ""];
  return Page ? <Page /> : <Tiles />;
}

function Tiles() {
  const { list, shown } = useOpened();
  const aim = route.value.query.get("to") ?? ""; // the tile that a link leads to
  useEffect(() => {
    const tile = document.getElementById(aim)?.closest("section");
    tile?.scrollIntoView({ block: "center" });
    tile?.querySelector<HTMLElement>("input, button")?.focus({ preventScroll: true });
  }, [aim]);
  return (
    <>
      <Title text="Обмен" />
      <OpenFile />
      <div class="rro-tiles">
        <OpenArchive list={list} shown={shown} />
        <TableTile />
        <Colleagues />
        <ReconcileTile />
        <Backup aimed={aim === "backup"} />
        <Restore aimed={aim === "restore"} />
        <Uncover />
      </div>
      {shown && <OpenedContents key={shown.id} archive={shown} />}
    </>
  );
}
