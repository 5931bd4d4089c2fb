//! Prints the figures of bench/README.md: cold start, a repository of 10,000 files, how it grows, the size of dist/.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureGrowth } from './growth.ts';
import { measureInTurn, withMemory } from './measure.ts';
import { writeTree } from './tree.ts';

const CLI = join(import.meta.dirname, '../dist/cli.js');
const FILES = 10_000;
const RUNS = Number(process.env['BENCH_RUNS'] ?? 5);

const folder = mkdtempSync(join(tmpdir(), 'mfa-ready-bench-'));
try {
  print(`${cpus().length} cores, Node ${process.version}, ${RUNS} runs in turn, medians`);
  coldStart();
  largeRepository();
  growth();
  print(`dist/: ${(sizeOf(join(CLI, '..')) / 1e6).toFixed(2)} MB`);
} finally {
  rmSync(folder, { recursive: true });
}

/** One workflow with one finding, against Node that does nothing. */
function coldStart(): void {
  const small = join(folder, 'small');
  writeTree(small, 1);
  const [bare, scan] = measureInTurn(
    [
      [process.execPath, '-e', '0'],
      [process.execPath, CLI, 'scan', small],
    ],
    RUNS * 2,
  );
  if (!bare || !scan) return;
  print(`node -e 0: ${ms(bare.wallMs)}`);
  print(
    `first finding on one workflow: ${ms(scan.wallMs)}, ${ratio(scan.wallMs, bare.wallMs)}× node -e 0`,
  );
}

function largeRepository(): void {
  const large = join(folder, 'large');
  writeTree(large, FILES);
  const hasRg = spawnSync('rg', ['--version']).status === 0;
  const commands = [
    withMemory([CLI, 'scan', large, '--format', 'json']),
    ...(hasRg ? [['rg', '-n', '--hidden', 'az login', large]] : []),
  ];
  const [scan, rg] = measureInTurn(commands, RUNS);
  if (!scan) return;
  print(
    `${FILES} files, ${FILES / 50} of them read: ${ms(scan.wallMs)}, ${scan.peakMb?.toFixed(0)} MB at the peak`,
  );
  if (rg)
    print(
      `rg -n 'az login' on the same tree: ${ms(rg.wallMs)}; scan is ${ratio(scan.wallMs, rg.wallMs)}× that`,
    );
  else print('rg is not installed: no ratio');
}

/** `BENCH_REPOSITORIES` names a folder of repositories to copy; without it the set is written. */
function growth(): void {
  const all = measureGrowth(CLI, folder, RUNS, process.env['BENCH_REPOSITORIES']);
  const [first] = all;
  for (const { times, wallMs, peakMb } of all) {
    const share = ratio(wallMs, (first?.wallMs ?? wallMs) * times);
    print(
      `${times}× the set: ${ms(wallMs)}, ${share} of ${times} × the first; ${peakMb.toFixed(0)} MB at the peak`,
    );
  }
}

function sizeOf(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.size;
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}

function ms(value: number): string {
  return `${value.toFixed(0)} ms`;
}

function ratio(a: number, b: number): string {
  return (a / b).toFixed(1);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
