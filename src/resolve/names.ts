//! Names to what they hold, in versions: one begins as a copy of another at no cost, and where two meet only what differs is looked at.

export interface Names<T> {
  get(name: string): T | undefined;
  has(name: string): boolean;
  set(name: string, value: T): void;
  delete(name: string): void;
  /** Every name that holds something. */
  keys(): readonly string[];
  /** The names that do not hold the same in both. */
  differingFrom(other: Names<T>): readonly string[];
  /** A version that begins with the same; what happens to one of the two is not seen in the other. */
  fork(): Names<T>;
  /** Where they stand in the pages: the same for all versions of one beginning. */
  readonly numbers: Numbers;
  pages: Pages<T>;
  /** What was written by this version is its own; the rest is copied before it is written to. */
  version: number;
}

interface Numbers {
  readonly byName: Map<string, number>;
  readonly names: string[];
}

interface Pages<T> {
  readonly version: number;
  readonly all: (Page<T> | undefined)[];
}

interface Page<T> {
  readonly version: number;
  readonly slots: (T | undefined)[];
}

const PAGE_SLOTS = 32;

let versions = 0;

function nextVersion(): number {
  versions += 1;
  return versions;
}

export const newNames = <T>(): Names<T> =>
  namesOn({ byName: new Map(), names: [] }, { version: 0, all: [] });

// Runs make millions of versions: the functions are made once, and find theirs in `this`.
const namesOn = <T>(numbers: Numbers, pages: Pages<T>): Names<T> => ({
  numbers,
  pages,
  version: nextVersion(),
  get,
  has,
  set,
  delete: remove,
  keys,
  differingFrom,
  fork,
});

function get<T>(this: Names<T>, name: string): T | undefined {
  const number = this.numbers.byName.get(name);
  return number === undefined ? undefined : at(this.pages, number);
}

function has<T>(this: Names<T>, name: string): boolean {
  return this.get(name) !== undefined;
}

const at = <T>({ all }: Pages<T>, number: number): T | undefined =>
  all[Math.floor(number / PAGE_SLOTS)]?.slots[number % PAGE_SLOTS];

function set<T>(this: Names<T>, name: string, value: T): void {
  write(this, numberOf(name, this.numbers), value);
}

function remove<T>(this: Names<T>, name: string): void {
  const number = this.numbers.byName.get(name);
  if (number !== undefined) write(this, number, undefined);
}

function numberOf(name: string, { byName, names }: Numbers): number {
  const before = byName.get(name);
  if (before !== undefined) return before;
  byName.set(name, names.length);
  names.push(name);
  return names.length - 1;
}

function write<T>(names: Names<T>, number: number, value: T | undefined): void {
  if (at(names.pages, number) === value) return;
  const { version } = names;
  if (names.pages.version !== version) names.pages = { version, all: [...names.pages.all] };
  const { all } = names.pages;
  const index = Math.floor(number / PAGE_SLOTS);
  while (all.length <= index) all.push(undefined);
  const before = all[index];
  const page = before?.version === version ? before : { version, slots: slotsOf(before) };
  page.slots[number % PAGE_SLOTS] = value;
  all[index] = page;
}

const slotsOf = <T>(page: Page<T> | undefined): (T | undefined)[] =>
  page ? [...page.slots] : new Array<T | undefined>(PAGE_SLOTS).fill(undefined);

function keys<T>(this: Names<T>): readonly string[] {
  return this.numbers.names.filter(it => this.has(it));
}

function differingFrom<T>(this: Names<T>, other: Names<T>): readonly string[] {
  const { numbers, pages } = this;
  if (numbers !== other.numbers) {
    const both = new Set([...this.keys(), ...other.keys()]);
    return [...both].filter(it => this.get(it) !== other.get(it));
  }
  if (pages === other.pages) return [];
  const differing: string[] = [];
  const last = Math.max(pages.all.length, other.pages.all.length);
  for (let index = 0; index < last; index += 1) {
    if (pages.all[index] === other.pages.all[index]) continue;
    const first = index * PAGE_SLOTS;
    for (const [slot, name] of numbers.names.slice(first, first + PAGE_SLOTS).entries()) {
      if (at(pages, first + slot) !== at(other.pages, first + slot)) differing.push(name);
    }
  }
  return differing;
}

function fork<T>(this: Names<T>): Names<T> {
  // Pages that both stand on belong to neither any more.
  this.version = nextVersion();
  return namesOn(this.numbers, this.pages);
}
