//! What is wrong with such a file, in sentences.

import * as z from 'zod/mini';
import { didYouMean } from '../nearest.ts';
import type { LineOf, Path } from './lines.ts';

export interface Mistake {
  /** 1-based. */
  readonly line: number;
  /** One sentence: lower case start, no full stop. */
  readonly message: string;
}

type Issue = z.core.$ZodIssue;

interface Context {
  readonly schema: z.core.JSONSchema.BaseSchema;
  readonly given: unknown;
  readonly lineOf: LineOf;
}

/** In order of their lines. */
export function mistakesOf(
  issues: readonly Issue[],
  given: unknown,
  schema: z.ZodMiniType,
  lineOf: LineOf,
): readonly Mistake[] {
  const context = { schema: z.toJSONSchema(schema, { io: 'input' }), given, lineOf };
  return issues.flatMap(it => sentences(it, context)).sort((a, b) => a.line - b.line);
}

function sentences(issue: Issue, { schema, given, lineOf }: Context): readonly Mistake[] {
  const path = issue.path.filter(it => typeof it !== 'symbol');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(key => ({
      line: lineOf(path, key),
      message: `there is no \`${nameOf([...path, key])}\`${didYouMean(key, namesAt(schema, path))}`,
    }));
  }
  const value = valueAt(given, path);
  if (issue.code === 'invalid_type' && value === undefined) {
    const name = String(path.at(-1));
    return [{ line: lineOf(path), message: `${quoted(path.slice(0, -1))} needs \`${name}\`` }];
  }
  const message = `${quoted(path)} is ${spelled(value)}; ${wanted(issue, value)}`;
  return [{ line: lineOf(path), message }];
}

function wanted(issue: Issue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_value': {
      const names = issue.values.map(String);
      const all = names.map(it => `\`${it}\``).join(', ');
      return `it can be ${all}${typeof value === 'string' ? didYouMean(value, names) : ''}`;
    }
    case 'invalid_type':
      return `it must be ${TYPES[issue.expected] ?? issue.expected}`;
    case 'too_small':
      return issue.origin === 'string' ? 'it must not be empty' : 'it must be more';
    case 'invalid_format':
      return 'it must be a day, as `2027-05-31`';
    default:
      return issue.message;
  }
}

const TYPES: Readonly<Record<string, string>> = {
  array: 'a list',
  object: 'keys with values',
  record: 'keys with values',
  string: 'a text',
};

/** `accepted[2].reason` */
const nameOf = (path: Path): string =>
  path
    .map((it, index) => (typeof it === 'number' ? `[${it + 1}]` : index === 0 ? it : `.${it}`))
    .join('');

const quoted = (path: Path): string => (path.length === 0 ? 'the file' : `\`${nameOf(path)}\``);

const SPELLED_MAX = 60;

function spelled(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'keys with values';
  return `\`${String(value).slice(0, SPELLED_MAX)}\``;
}

function valueAt(given: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? new Map(Object.entries(value)).get(String(key))
        : undefined,
    given,
  );
}

/** The keys that may stand there. */
function namesAt(schema: z.core.JSONSchema.BaseSchema, path: Path): readonly string[] {
  let node: z.core.JSONSchema._JSONSchema | undefined = schema;
  for (const step of path) {
    if (typeof node !== 'object') return [];
    node = typeof step === 'number' ? itemsOf(node) : node.properties?.[step];
  }
  if (typeof node !== 'object') return [];
  const names = typeof node.propertyNames === 'object' ? (node.propertyNames.enum ?? []) : [];
  return [...Object.keys(node.properties ?? {}), ...names.map(String)];
}

const itemsOf = ({ items }: z.core.JSONSchema.BaseSchema) =>
  Array.isArray(items) ? undefined : items;
