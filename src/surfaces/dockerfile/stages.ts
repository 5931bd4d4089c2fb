//! A Dockerfile's build stages: from one `FROM` to the next, each a machine of its own that begins as another one ended.
//! Source: https://docs.docker.com/build/building/multi-stage/

import { literalOf } from '../../domain/literal.ts';
import type { Span } from '../../domain/span.ts';
import type { Dockerfile, Instruction } from '../../languages/dockerfile/tree.ts';
import { wordsOf, wordValue } from './values.ts';

export interface Stage {
  /** Its name, or its number. */
  readonly id: string;
  readonly name: string | undefined;
  /** What stands behind `FROM`, as far as it is spelled out. */
  readonly image: string;
  /** The stage it begins as, when that is one of this file. */
  readonly base: Stage | undefined;
  /** Without the `FROM`. */
  readonly instructions: readonly Instruction[];
  readonly at: Span;
}

export interface Stages {
  /** `ARG` before the first `FROM`: a stage sees it when it declares it again. */
  readonly shared: readonly Instruction[];
  readonly all: readonly Stage[];
}

export function stagesOf({ instructions, escaping }: Dockerfile): Stages {
  const first = instructions.findIndex(it => it.name === 'FROM');
  if (first < 0) return { shared: [], all: [] };
  const all: Stage[] = [];
  for (const [index, from] of instructions.entries()) {
    if (from.name !== 'FROM') continue;
    const next = instructions.findIndex((it, at) => at > index && it.name === 'FROM');
    const body = instructions.slice(index + 1, next < 0 ? undefined : next);
    all.push(stageOf(from, body, all, escaping));
  }
  return { shared: instructions.slice(0, first), all };
}

function stageOf(
  from: Instruction,
  instructions: readonly Instruction[],
  before: readonly Stage[],
  escaping: string,
): Stage {
  const [image, as, name] = wordsOf(from.text, escaping).map(it =>
    literalOf(wordValue(it, escaping)),
  );
  const own = as?.toLowerCase() === 'as' ? name : undefined;
  const wanted = image?.toLowerCase();
  return {
    id: own ?? String(before.length + 1),
    name: own,
    image: image ?? '',
    base: before.findLast(it => it.name?.toLowerCase() === wanted),
    instructions,
    at: from.at,
  };
}

/** Stages that begin as another one; more than these are somebody's game. */
const BASES_MAX = 20;

/** The stage with all that it begins as, the farthest first. */
export function lineageOf(stage: Stage): readonly Stage[] {
  const lineage = [stage];
  for (let base = stage.base; base && lineage.length < BASES_MAX; base = base.base) {
    lineage.unshift(base);
  }
  return lineage;
}

/** Those whose files the stage takes, which are built before it. */
export function stagesCopied(stage: Stage, { all }: Stages): readonly Stage[] {
  const before = all.slice(0, all.indexOf(stage));
  const named = lineageOf(stage)
    .flatMap(it => it.instructions)
    .flatMap(({ flags }) => flags)
    .flatMap(({ name, value }) =>
      name === 'from' ? value : (/(?:^|,)from=([^,]*)/.exec(value)?.[1] ?? []),
    );
  const found = named.flatMap(
    name =>
      before.findLast(it => it.name?.toLowerCase() === name.toLowerCase()) ??
      before[Number(name || -1)] ??
      [],
  );
  return [...new Set(found)];
}
