// Opens the connection to the core: a worker made from a blob, or the page itself where a policy forbids workers.
import type { FromCore, ToCore } from "./wire";

export type Where = "worker" | "page";

export interface Link {
  where(): Where;
  post(message: ToCore, transfer?: Transferable[]): void;
  close(): void;
}

export interface LinkEvents {
  message(message: FromCore): void;
  /** The core failed and could not report it. */
  broken(why: string): void;
}

interface End {
  where: Where;
  post(message: ToCore, transfer: Transferable[]): void;
  close(): void;
}

/** Post nothing before the message `hello` has come: until then the link may still move from a forbidden worker
 * into the page. */
export function openLink(source: string, on: LinkEvents): Link {
  let closed = false;
  const guarded: LinkEvents = {
    message: (message) => closed || on.message(message),
    broken: (why) => closed || on.broken(why),
  };
  let end: End;
  const fallBack = () => {
    if (!closed) end = inPage(source, guarded);
  };
  try {
    end = inWorker(source, guarded, fallBack); // Chromium 109 throws here where workers are forbidden
  } catch {
    end = inPage(source, guarded);
  }
  return {
    where: () => end.where,
    post: (message, transfer = []) => end.post(message, transfer),
    close: () => {
      closed = true;
      end.close();
    },
  };
}

function inWorker(source: string, on: LinkEvents, refused: () => void): End {
  const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  const worker = new Worker(url);
  let greeted = false;
  worker.onmessage = (event: MessageEvent<FromCore>) => {
    if (!greeted) URL.revokeObjectURL(url);
    greeted = true;
    on.message(event.data);
  };
  // Newer browsers report it as an error without a message.
  worker.onerror = (event) => {
    event.preventDefault();
    if (greeted) return on.broken(event.message);
    worker.terminate();
    refused();
  };
  return {
    where: "worker",
    post: (message, transfer) => worker.postMessage(message, transfer),
    close: () => worker.terminate(),
  };
}

function inPage(source: string, on: LinkEvents): End {
  const channel = new MessageChannel();
  channel.port2.onmessage = (event: MessageEvent<FromCore>) => on.message(event.data);
  (globalThis as { rroPort?: MessagePort }).rroPort = channel.port1;
  const script = document.createElement("script");
  script.textContent = source; // its hash is in the page's policy
  document.body.append(script);
  script.remove();
  if (!("Go" in globalThis)) queueMicrotask(() => on.broken("inline script refused"));
  return {
    where: "page",
    post: (message, transfer) => channel.port2.postMessage(message, transfer),
    close: () => channel.port2.close(),
  };
}
