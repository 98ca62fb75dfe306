import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import type { z } from 'zod';

/** A small document in a file of its own, replaced as a whole so that a crash leaves the old one or the new one. */
export class Stored<Value> {
  readonly #path: string;
  readonly #schema: z.ZodType<Value>;
  readonly #initial: Value;

  constructor(path: string, schema: z.ZodType<Value>, initial: Value) {
    this.#path = path;
    this.#schema = schema;
    this.#initial = initial;
  }

  /** Whether anything was ever written. */
  get exists(): boolean {
    return existsSync(this.#path);
  }

  /** What is stored, or the initial value. Throws when the file is not what we write. */
  read(): Value {
    if (!this.exists) return this.#initial;
    return this.#schema.parse(JSON.parse(readFileSync(this.#path, 'utf8')));
  }

  write(value: Value): void {
    const fresh = `${this.#path}.new`;
    const file = openSync(fresh, 'w', 0o600);
    writeSync(file, JSON.stringify(value));
    fsyncSync(file);
    closeSync(file);
    renameSync(fresh, this.#path);
  }
}
