//! Text of a justfile to its items, line by line; what just would refuse is passed over.

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export interface Recipe extends Stretch {
  readonly kind: 'recipe';
  readonly name: string;
  /** From the name to the colon, without both. */
  readonly parameters: Stretch;
  /** Behind the colon. */
  readonly needs: Stretch;
  /** The lines below it, with their indentation. */
  readonly lines: readonly Stretch[];
}

export type JustItem =
  | Recipe
  | (Stretch & { readonly kind: 'assign'; readonly name: string; readonly value: Stretch })
  | (Stretch & { readonly kind: 'set'; readonly name: string; readonly value: Stretch })
  | (Stretch & { readonly kind: 'alias'; readonly name: string; readonly target: string })
  /** `import 'x.just'`, `mod docs 'docs/justfile'`. */
  | (Stretch & { readonly kind: 'import'; readonly module: string; readonly file: string });

export function parseJust(text: string): readonly JustItem[] {
  const items: JustItem[] = [];
  let lines: Stretch[] | undefined;
  for (const line of linesOf(text)) {
    const spelled = text.slice(line.start, line.end);
    if (/^[ \t]/.test(spelled)) {
      if (spelled.trim() !== '') lines?.push(line);
      continue;
    }
    if (spelled.trim() === '' || /^[#[]/.test(spelled)) continue;
    const item = itemAt(spelled, line);
    if (!item) continue;
    lines = [];
    items.push(item.kind === 'recipe' ? { ...item, lines } : item);
  }
  return items;
}

/** A line that ends in a backslash goes on in the next; so does an open triple quote. */
function* linesOf(text: string): Iterable<Stretch> {
  let start = 0;
  while (start < text.length) {
    let end = lineEnd(text, start);
    while (/\\\r?$/.test(text.slice(end - 2, end)) && end < text.length) {
      end = lineEnd(text, end + 1);
    }
    yield { start, end: text.charAt(end - 1) === '\r' ? end - 1 : end };
    start = end + 1;
  }
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

const ASSIGN = /^(?:export\s+|unexport\s+|eager\s+)*([A-Za-z_][\w-]*)\s*:=\s*/;
const SET = /^set\s+([\w-]+)\s*(?::=\s*)?/;
const ALIAS = /^alias\s+([\w-]+)\s*:=\s*([\w:-]+)/;
const IMPORT = /^(?:import\??|mod\??\s+([\w-]+))(?:\s+(["'])(.*?)\2)?/;
const RECIPE = /^@?([A-Za-z_][\w-]*)/;

function itemAt(spelled: string, { start, end }: Stretch): JustItem | undefined {
  const at = { start, end };
  const alias = ALIAS.exec(spelled);
  if (alias?.[1] !== undefined) {
    return { kind: 'alias', name: alias[1], target: alias[2] ?? '', ...at };
  }
  const set = SET.exec(spelled);
  if (set?.[1] !== undefined) {
    return { kind: 'set', name: set[1], value: { start: start + set[0].length, end }, ...at };
  }
  const assign = ASSIGN.exec(spelled);
  if (assign?.[1] !== undefined) {
    return {
      kind: 'assign',
      name: assign[1],
      value: { start: start + assign[0].length, end },
      ...at,
    };
  }
  const taken = /^(?:import|mod)\b/.test(spelled) ? IMPORT.exec(spelled) : undefined;
  if (taken && (taken[1] !== undefined || taken[3] !== undefined)) {
    return { kind: 'import', module: taken[1] ?? '', file: taken[3] ?? '', ...at };
  }
  return recipeAt(spelled, at);
}

function recipeAt(spelled: string, { start, end }: Stretch): Recipe | undefined {
  const head = RECIPE.exec(spelled);
  const name = head?.[1];
  const colon = head ? colonIn(spelled, head[0].length) : -1;
  if (!head || name === undefined || colon < 0) return undefined;
  return {
    kind: 'recipe',
    name,
    parameters: { start: start + head[0].length, end: start + colon },
    needs: {
      start: start + colon + 1,
      end: start + (/\s#/.exec(spelled.slice(colon))?.index ?? spelled.length - colon) + colon,
    },
    lines: [],
    start,
    end,
  };
}

/** The first outside of quotes. */
function colonIn(spelled: string, from: number): number {
  let quote = '';
  for (let at = from; at < spelled.length; at += 1) {
    const letter = spelled.charAt(at);
    if (quote !== '') quote = letter === quote ? '' : quote;
    else if (/["'`]/.test(letter)) quote = letter;
    else if (letter === ':') return spelled.charAt(at + 1) === '=' ? -1 : at;
  }
  return -1;
}
