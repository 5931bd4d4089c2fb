//! A README to its examples: a heading that is a claim, files under their paths, and what is expected of each line.

/** One heading with the files below it. */
export interface Example {
  readonly heading: string;
  /** Of the heading, 1-based. */
  readonly line: number;
  /** Text by path. */
  readonly files: ReadonlyMap<string, string>;
  readonly expectations: readonly Expectation[];
  /** The exact frames of the findings. */
  readonly report?: Block;
  /** What is printed, word for word, of the entry point that stands after `explain` in the block's info. */
  readonly explanations: readonly Block[];
}

export type ExpectationKind = 'signs in as' | 'finding' | 'acts as' | 'problem';

export interface Expectation {
  readonly kind: ExpectationKind;
  readonly path: string;
  readonly line: number;
  /** Identities or rules; a problem is one text. */
  readonly values: readonly string[];
}

/** A fenced block, by the lines of the README. */
export interface Block {
  readonly info: string;
  readonly text: string;
  /** 0-based, of the first line inside. */
  readonly start: number;
  /** 0-based, of the closing fence. */
  readonly end: number;
}

const KINDS = 'signs in as|finding|acts as|problem';
const COMMENT = new RegExp(
  `(?:#|//)\\s*(${KINDS}):\\s*(.*?)(?=\\s*(?:#|//)\\s*(?:${KINDS}):|\\s*$)`,
  'g',
);
const EXPECTED = new RegExp(`^(.+):(\\d+) (${KINDS}): *(.*)$`);
const MISSPELT = /(?:#|\/\/)\s*(?:signs?(?: in)?(?: as)?|findings?|acts?(?: as)?|problems?)\s*:/i;
const PATH_LINE = /^`([^`\s][^`]*)`$/;
const FENCE = /^(`{3,}|~{3,})\s*(.*)$/;

/** Throws an Error that says what is wrong with the README. */
export function examplesOf(readme: string): readonly Example[] {
  const lines = readme.split('\n');
  const examples: Draft[] = [];
  let draft: Draft | undefined;
  let path: string | undefined;
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const fence = FENCE.exec(line);
    if (fence) {
      const block = blockAt(lines, index, fence[1] ?? '', fence[2] ?? '');
      if (draft) take(draft, path, block);
      path = undefined;
      index = block.end;
      continue;
    }
    const heading = /^#+ +(.*)$/.exec(line)?.[1];
    if (heading !== undefined) {
      draft = { heading, line: index + 1, files: new Map(), expectations: [], explanations: [] };
      examples.push(draft);
    }
    path = PATH_LINE.exec(line)?.[1] ?? (line.trim() === '' ? path : undefined);
  }
  return examples.filter(it => it.files.size > 0).map(checked);
}

interface Draft {
  readonly heading: string;
  readonly line: number;
  readonly files: Map<string, string>;
  readonly expectations: Expectation[];
  report?: Block;
  readonly explanations: Block[];
}

function blockAt(lines: readonly string[], index: number, fence: string, info: string): Block {
  const end = lines.findIndex((line, at) => at > index && isClosing(line, fence));
  if (end < 0) throw new Error(`line ${index + 1}: the fence does not end`);
  return { info, text: textOf(lines.slice(index + 1, end)), start: index + 1, end };
}

const isClosing = (line: string, fence: string): boolean =>
  line.startsWith(fence) && line.trim() === fence.charAt(0).repeat(line.trim().length);

const textOf = (lines: readonly string[]): string => lines.map(line => `${line}\n`).join('');

/** `fixed`, the file after the fix, is not looked at yet: no fix edits a file. */
function take(draft: Draft, path: string | undefined, block: Block): void {
  if (block.info === 'report') draft.report = block;
  else if (block.info.startsWith('explain ')) draft.explanations.push(block);
  else if (block.info === 'expect') draft.expectations.push(...expectedLines(block));
  else if (path !== undefined && block.info !== 'fixed') {
    if (draft.files.has(path)) throw new Error(`line ${block.start}: \`${path}\` is there twice`);
    draft.files.set(path, block.text);
    draft.expectations.push(...expectedInComments(path, block.text));
  }
}

export function expectedInComments(path: string, text: string): readonly Expectation[] {
  return text.split('\n').flatMap((line, index) =>
    [...line.matchAll(COMMENT)].flatMap(([, name = '', value = '']) => {
      const kind = kindOf(name);
      const bare = value.replace(/\s*(?:-->|\*\/)$/, '');
      return kind ? [{ kind, path, line: index + 1, values: valuesOf(kind, bare) }] : [];
    }),
  );
}

function expectedLines(block: Block): readonly Expectation[] {
  return block.text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const [, path = '', number = '', name = '', value = ''] = EXPECTED.exec(line) ?? [];
    const kind = kindOf(name);
    if (!kind) {
      throw new Error(`line ${block.start + index + 1}: \`path:LINE signs in as: …\` is expected`);
    }
    return [{ kind, path, line: Number(number), values: valuesOf(kind, value) }];
  });
}

function kindOf(name: string): ExpectationKind | undefined {
  switch (name) {
    case 'signs in as':
    case 'finding':
    case 'acts as':
    case 'problem':
      return name;
  }
  return undefined;
}

function valuesOf(kind: ExpectationKind, value: string): readonly string[] {
  if (kind === 'problem') return [value.trim()];
  const list = kind === 'finding' ? value.trim().replace(/^\[(.*)\]$/, '$1') : value;
  return list
    .split(',')
    .map(it => it.trim())
    .filter(it => it !== '');
}

/** A slip in an expectation must not make it vanish. */
function checked(example: Draft): Example {
  for (const [path, text] of example.files) {
    const index = text.split('\n').findIndex(line => MISSPELT.test(line.replace(COMMENT, '')));
    if (index >= 0) throw new Error(`\`${path}\` line ${index + 1}: an expectation is misspelt`);
  }
  return example;
}
