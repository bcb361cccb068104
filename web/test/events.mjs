// Reports tests of Node as the events of `go test -json`, which `go run ./build test` counts.
export default async function* events(source) {
  const line = (event) => JSON.stringify({ Package: "rroform/web", ...event }) + "\n";
  for await (const { type, data } of source) {
    if (type !== "test:pass" && type !== "test:fail") continue;
    const name = data.name.replaceAll("/", " ");
    const Test = data.file ? `${data.file.replace(/^.*\/|\.test\.[a-z]+$/g, "")}: ${name}` : name;
    yield line({ Action: "run", Test });
    if (type === "test:fail") {
      const error = data.details.error.cause ?? data.details.error;
      yield line({ Action: "output", Test, Output: String(error.stack ?? error) + "\n" });
    }
    const Action = data.skip ? "skip" : type.slice("test:".length);
    yield line({ Action, Test, Elapsed: data.details.duration_ms / 1000 });
  }
}
