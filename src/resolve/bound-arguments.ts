//! Arguments of a PowerShell script or function, bound to its parameters by name, prefix, alias or position.
//! Source: https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_parameter_binding

import type { Span } from '../domain/span.ts';
import { ABSENT } from '../domain/value.ts';
import { type Datum, datumText, stringDatum } from './datum.ts';

interface Parameter {
  /** The name, then its aliases, lower case. */
  readonly names: readonly string[];
  readonly isSwitch: boolean;
}

/** Of every command; those in the first list take no value. */
const COMMON: readonly Parameter[] = [
  ...['verbose', 'debug', 'whatif', 'confirm'].map(it => ({ names: [it], isSwitch: true })),
  ...['erroraction', 'warningaction', 'informationaction', 'outvariable'].map(it => ({
    names: [it],
    isSwitch: false,
  })),
];

/** `[arguments, index, '!force,tenant|tenantid']`: what the parameter of that index gets, absent when nothing. */
export function boundArgument([list, index, all]: readonly Datum[], at: Span): Datum | undefined {
  if (list?.kind === 'unset') return { ...list, at };
  if (list?.kind !== 'list') return undefined;
  const parameters = signature((all && datumText(all)) ?? '');
  const wanted = parameters[Number((index && datumText(index)) ?? Number.NaN)];
  if (!wanted) return undefined;
  return bound(list.items.flatMap(flat), parameters, at).get(wanted) ?? ABSENT;
}

const signature = (text: string): readonly Parameter[] =>
  text.split(',').map(it => ({
    names: it.replace(/^!/, '').split('|'),
    isSwitch: it.startsWith('!'),
  }));

type Argument =
  | { readonly kind: 'named'; readonly name: string; readonly value: Datum | undefined }
  | { readonly kind: 'value'; readonly value: Datum };

/** A hashtable that was handed on names its values. */
function flat(datum: Datum): readonly Argument[] {
  if (datum.kind === 'object') {
    return [...datum.entries].map(([name, value]) => ({ kind: 'named', name, value }));
  }
  const [head, ...rest] = datum.kind === 'string' ? datum.parts : [];
  const match = head?.kind === 'text' ? /^-([A-Za-z_]\w*)(?:(:)([\s\S]*))?$/.exec(head.text) : null;
  if (datum.kind !== 'string' || !match?.[1] || (!match[2] && rest.length > 0)) {
    return [{ kind: 'value', value: datum }];
  }
  if (!match[2]) return [{ kind: 'named', name: match[1], value: undefined }];
  const parts = match[3] ? [{ kind: 'text' as const, text: match[3] }, ...rest] : rest;
  return [{ kind: 'named', name: match[1], value: { kind: 'string', parts, at: datum.at } }];
}

function bound(
  all: readonly Argument[],
  parameters: readonly Parameter[],
  at: Span,
): ReadonlyMap<Parameter, Datum> {
  const found = new Map<Parameter, Datum>();
  const positional: Datum[] = [];
  for (let index = 0; index < all.length; index += 1) {
    const argument = all[index];
    if (argument?.kind === 'value') positional.push(argument.value);
    if (argument?.kind !== 'named') continue;
    const parameter = named(argument.name, parameters);
    const next = all[index + 1];
    const takesNext = !argument.value && !parameter?.isSwitch && next?.kind === 'value';
    if (takesNext) index += 1;
    const given = argument.value ?? (takesNext ? next.value : stringDatum('True', at));
    if (parameter) found.set(parameter, given);
  }
  for (const parameter of parameters) {
    if (parameter.isSwitch || found.has(parameter)) continue;
    const value = positional.shift();
    if (value) found.set(parameter, value);
  }
  return found;
}

/** By its whole name or alias; else by the beginning of one, when that is nobody else's. */
function named(typed: string, own: readonly Parameter[]): Parameter | undefined {
  const name = typed.toLowerCase();
  const all = [...own, ...COMMON];
  const exact = all.find(it => it.names.includes(name));
  if (exact) return exact;
  const alike = all.filter(it => it.names.some(full => full.startsWith(name)));
  return alike.length === 1 ? alike[0] : undefined;
}
