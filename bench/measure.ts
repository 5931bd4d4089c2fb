//! A command as a whole process, several times: wall time and peak memory, as medians.

import { spawnSync } from 'node:child_process';

export interface Measure {
  readonly wallMs: number;
  /** `undefined` for a command that is not Node. */
  readonly peakMb: number | undefined;
}

/** Before a Node program ends it tells its peak memory on the third stream. */
const TELL_MEMORY = `data:text/javascript,${encodeURIComponent(
  'import{writeSync}from"node:fs";process.on("exit",()=>{try{writeSync(3,String(process.resourceUsage().maxRSS))}catch{}})',
)}`;

/** The commands in turn, so that all of them meet the same mood of the machine. */
export function measureInTurn(
  commands: readonly (readonly string[])[],
  runs: number,
): readonly Measure[] {
  const all = commands.map((): Measure[] => []);
  for (let run = -1; run < runs; run += 1) {
    for (const [index, command] of commands.entries()) {
      const measure = once(command);
      if (run >= 0) all[index]?.push(measure);
    }
  }
  return all.map(measures => ({
    wallMs: median(measures.map(it => it.wallMs)),
    peakMb: measures.every(it => it.peakMb !== undefined)
      ? median(measures.map(it => it.peakMb ?? 0))
      : undefined,
  }));
}

export const withMemory = (args: readonly string[]): readonly string[] => [
  process.execPath,
  '--import',
  TELL_MEMORY,
  ...args,
];

function once([program = '', ...args]: readonly string[]): Measure {
  const start = process.hrtime.bigint();
  const result = spawnSync(program, args, {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    maxBuffer: 1e9,
  });
  const wallMs = Number(process.hrtime.bigint() - start) / 1e6;
  if (result.error) throw result.error;
  const told = String(result.output[3] ?? '');
  return { wallMs, peakMb: told === '' ? undefined : Number(told) / 1024 };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
