//! A line that counts files, for a person who waits.

export interface ProgressOutput {
  readonly isTTY?: boolean | undefined;
  write(text: string): unknown;
}

const QUIET_MS = 500;
const EVERY_MS = 100;
const CLEAR = '\r\u001b[2K';

/** Passes everything on; what it writes is gone when the last one has passed. */
export function* withProgress<T>(
  entries: Iterable<T>,
  output: ProgressOutput,
  elapsedMs: () => number,
): Generator<T> {
  let next = QUIET_MS;
  let count = 0;
  for (const entry of entries) {
    count += 1;
    if (output.isTTY && elapsedMs() >= next) {
      output.write(`${CLEAR}${count} files …`);
      next = elapsedMs() + EVERY_MS;
    }
    yield entry;
  }
  if (next > QUIET_MS) output.write(CLEAR);
}
