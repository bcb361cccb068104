// The part of Node's library that the unit tests use.
declare module "node:test" {
  export function test(name: string, run: () => void | Promise<void>): void;
  export const mock: {
    timers: { enable(options: { apis: string[] }): void; tick(ms: number): void };
  };
}
declare module "node:assert/strict" {
  const assert: {
    equal<T>(have: T, want: T, why?: string): void;
    deepEqual<T>(have: T, want: T, why?: string): void;
    ok(value: unknown, why?: string): asserts value;
    rejects(promise: Promise<unknown>, want: object): Promise<void>;
  };
  export default assert;
}
