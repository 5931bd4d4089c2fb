//! What a name or a chain of names stands for: something of a library, an object of a known class, a function of the text.

import type { LibraryName } from './dialect.ts';
import { dottedName, type Lowering, type Meaning, type Notes } from './lowering.ts';
import { variableName } from './scope.ts';
import type { Code, CodeCall, CodeDefinition } from './tree.ts';

/** `undefined` when it cannot be told. */
export function meaningOf(code: Code, lowering: Lowering): Meaning | undefined {
  switch (code.kind) {
    case 'name':
      return meaningOfName(code.name, lowering);
    case 'member': {
      const own = ownMember(code, lowering);
      const kept = own === undefined ? undefined : lowering.notes.meanings.get(own);
      if (kept) return kept;
      return memberMeaning(meaningOf(code.of, lowering), code.name);
    }
    case 'call':
      return meaningOfCall(code, lowering);
    case 'object':
      return code.type?.kind === 'call'
        ? meaningOf(code.type, lowering)
        : code.type && objectOf(meaningOf(code.type, lowering), lowering);
    case 'choice':
      return code.options.map(it => meaningOf(it, lowering)).find(it => it !== undefined);
    case 'operation':
      return code.operator === 'or' && code.operands[0]
        ? meaningOf(code.operands[0], lowering)
        : undefined;
    case 'string':
    case 'index':
    case 'list':
    case 'function':
    case 'other':
      return undefined;
  }
}

function memberMeaning(of: Meaning | undefined, name: string): Meaning | undefined {
  if (of?.kind === 'export') return { ...of, path: [...of.path, name] };
  // `client.groups`, whose methods are `Client.groups.create` then.
  if (of?.kind !== 'object' || of.library === '') return undefined;
  return { ...of, className: `${of.className}.${name}` };
}

function meaningOfName(name: string, { scope, notes, dialect }: Lowering): Meaning | undefined {
  if (dialect.self.has(name) && scope.className !== undefined) {
    return { kind: 'object', library: '', className: scope.className };
  }
  const variable = variableName(name, scope) ?? bareMember(name, notes);
  if (variable !== undefined) {
    const kept = notes.meanings.get(variable);
    // A name that the module sets may be imported as well: `try: import x except: x = None`.
    if (kept || !isOfFile(variable, notes)) return kept;
  }
  return notes.imports.get(name);
}

/** The variable that `self.client` is, which all functions of the text share. */
export function ownMember(code: Code, { dialect, notes }: Lowering): string | undefined {
  if (code.kind !== 'member' || code.of.kind !== 'name') return undefined;
  return dialect.self.has(code.of.name) ? memberName(code.name, notes.stem) : undefined;
}

/** The variable of a field that is called by its bare name. */
export const bareMember = (name: string, { fields, stem }: Notes): string | undefined =>
  fields.has(name) ? memberName(name, stem) : undefined;

const memberName = (name: string, stem: string): string => `${stem}.self(${name})`;

/** A variable that all functions of the file share. */
const isOfFile = (variable: string, { stem }: Notes): boolean =>
  variable.startsWith(`${stem}(`) || variable.startsWith(memberName('', stem).slice(0, -1));

/** Once for each call: every link of a chain asks for all before it. */
function meaningOfCall(call: CodeCall, lowering: Lowering): Meaning | undefined {
  const { calls } = lowering.notes;
  if (calls.has(call)) return calls.get(call);
  const meaning = lowering.dialect.importedBy(call, lowering) ?? objectMadeBy(call, lowering);
  calls.set(call, meaning);
  return meaning;
}

function objectMadeBy(call: CodeCall, lowering: Lowering): Meaning | undefined {
  const { notes, dialect } = lowering;
  const { callee } = call;
  if (callee.kind === 'name' && notes.classes.has(callee.name)) {
    return { kind: 'object', library: '', className: callee.name };
  }
  const name = calledName(call, lowering);
  if (!name || !dialect.makesObject(name.name, call)) return undefined;
  const className = dialect.classOf?.(name.name) ?? name.name;
  return { kind: 'object', library: name.library, className, made: call };
}

function objectOf(meaning: Meaning | undefined, { dialect }: Lowering): Meaning | undefined {
  if (meaning?.kind !== 'export') return undefined;
  const { library, name } = dialect.nameOf(meaning);
  return { kind: 'object', library, className: name };
}

/** What the type of a parameter or variable says of its value. */
export const meaningOfType = (type: Code | undefined, lowering: Lowering): Meaning | undefined =>
  type && objectOf(meaningOf(type, lowering), lowering);

/** The function or method of a library that is called. */
export function calledName(call: CodeCall, lowering: Lowering): LibraryName | undefined {
  const { callee } = call;
  const { dialect } = lowering;
  if (callee.kind !== 'member') {
    const whole = meaningOf(callee, lowering);
    return whole?.kind === 'export' ? dialect.nameOf(whole) : undefined;
  }
  // Once for each link of a chain: chains may be long.
  const of = meaningOf(callee.of, lowering);
  if (of?.kind === 'export') return dialect.nameOf({ ...of, path: [...of.path, callee.name] });
  if (of?.kind !== 'object' || of.library === '') return undefined;
  return { library: of.library, name: `${of.className}.${callee.name}` };
}

export interface CalledFunction {
  /** What resolve calls it, without brackets: `deploy.Client.run`. */
  readonly title: string;
  readonly definition: CodeDefinition;
}

/** The function of this text that is called. */
export function calledFunction(call: CodeCall, lowering: Lowering): CalledFunction | undefined {
  const { functions, stem } = lowering.notes;
  const name = functionName(call, lowering);
  const definition = name === undefined ? undefined : functions.get(name);
  return definition && { title: `${stem}.${name}`, definition };
}

function functionName({ callee }: CodeCall, lowering: Lowering): string | undefined {
  const { notes, dialect, scope } = lowering;
  if (callee.kind === 'name') {
    if (notes.imports.has(callee.name)) return undefined;
    if (notes.classes.has(callee.name)) return `${callee.name}.${dialect.constructorName}`;
    // A parameter of that name stands for something else.
    const isOwn = scope.outer !== undefined && scope.names.has(callee.name);
    if (isOwn) return undefined;
    const method = `${scope.className}.${callee.name}`;
    return dialect.callsOwnMembers && notes.functions.has(method) ? method : callee.name;
  }
  if (callee.kind !== 'member') return undefined;
  const of = meaningOf(callee.of, lowering);
  if (of?.kind === 'object' && of.library === '') return `${of.className}.${callee.name}`;
  const owner = dottedName(callee.of);
  return owner !== undefined && notes.classes.has(owner) ? `${owner}.${callee.name}` : undefined;
}
