// The classifier as nested lists. A level is loaded when the clerk opens it.
import { useEffect, useState } from "preact/hooks";
import type { TreeRow } from "../../core/api.gen";
import { client } from "../../core/client";
import { complain } from "../../state/toast";
import { Waiting } from "../../ui/page";
import { CopyCode } from "./copycode";

const questionLevel = 4; // the highest level whose codes a question may have
let levels = new Map<string, TreeRow[]>(); // of the edition below
let of = "";

export function Tree({ edition }: { edition: string }) {
  if (of !== edition) levels = new Map();
  of = edition;
  return <div class="rro-tree"><Level parent="" /></div>;
}

function Level({ parent }: { parent: string }) {
  const [rows, setRows] = useState(levels.get(parent));
  useEffect(() => {
    if (rows) return;
    let current = true;
    client.call("codeTree", { parent }).then((res) => {
      levels.set(parent, res.rows);
      if (current) setRows(res.rows);
    }, (problem) => {
      complain(problem);
      if (current) setRows([]);
    });
    return () => { current = false; };
  }, []);
  return rows ? <ul>{rows.map((row) => <Node key={row.code} row={row} />)}</ul> : <Waiting />;
}

function Node({ row }: { row: TreeRow }) {
  const [open, setOpen] = useState(false);
  const name = <><span class="rro-code">{row.code}</span> <span>{row.title}{row.retired && <em> (исключён)</em>}</span>
    </>;
  return (
    <li>
      <div class="rro-node">
        {row.children > 0
          ? <button type="button" class="rro-toggle" aria-expanded={open}
            onClick={() => setOpen(!open)}><span aria-hidden="true" class="rro-arrow" />{name}</button>
          : <span class="rro-leaf">{name}</span>}
        {row.level >= questionLevel && !row.retired && <CopyCode code={row.code} />}
      </div>
      {row.note && <p class="rro-note">{row.note}</p>}
      {open && <Level parent={row.code} />}
    </li>
  );
}
