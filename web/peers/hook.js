// Runs before the built page's own scripts: remembers its worker, so that
// bench.mjs can ask the core as the page does.
const RealWorker = Worker;
self.Worker = class extends RealWorker {
  constructor(...args) {
    super(...args);
    self.rroWorker = this;
  }
};
