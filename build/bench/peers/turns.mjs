// How rounds are made: everybody does the same work, another one first each time.

/** Does tasks one after the other, from the n-th on; answers by name. */
export async function inTurn(n, tasks) {
  const names = Object.keys(tasks);
  const out = {};
  for (let i = 0; i < names.length; i++) {
    const name = names[(i + n) % names.length];
    out[name] = await tasks[name]();
  }
  return out;
}

export function same(a, b, what) {
  if (a !== b) throw new Error(`not the same work: ${what} ${a} and ${b}`);
}
