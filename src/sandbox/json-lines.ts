import {
  closeSync,
  existsSync,
  fdatasyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  writeSync,
} from 'node:fs';

/**
 * An append-only file of one JSON document a line. `append` returns after the line is on the disk, so whoever answers
 * afterwards never claims what a power cut could undo. A last line without its newline was never answered for: it is cut off.
 */
export class JsonLines<Line> {
  readonly #file: number;

  private constructor(file: number) {
    this.#file = file;
  }

  /** Opens or creates the file and hands every stored line to `read`, which parses it and throws if it is not one of ours. */
  static open<Line>(path: string, read: (line: unknown) => void): JsonLines<Line> {
    const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    for (const line of whole.split('\n')) if (line !== '') read(JSON.parse(line));
    const file = openSync(path, 'a', 0o600);
    if (whole.length < text.length) ftruncateSync(file, Buffer.byteLength(whole));
    return new JsonLines<Line>(file);
  }

  append(line: Line): void {
    writeSync(this.#file, `${JSON.stringify(line)}\n`);
    fdatasyncSync(this.#file);
  }

  close(): void {
    closeSync(this.#file);
  }
}
