//! Members, indexes and method calls whose value is known from the text.

import type { Expression } from '../../domain/expression.ts';
import { literal, literalOf } from '../../domain/literal.ts';
import { type Context, notEvaluated, placeOf, reference } from './context.ts';
import { credentialOf } from './credentials.ts';
import type { Operand, PsIndex, PsInvocation, PsMember } from './operand-tree.ts';
import { type Items, itemsValue, splitAt, withoutCasts } from './operators.ts';
import type { Statement } from './tree.ts';
import { operandValue, statementValue } from './values.ts';
import { scriptFolder } from './variables.ts';

export function memberValue(member: PsMember, context: Context): Expression {
  const at = placeOf(context, member);
  const name = member.name.toLowerCase();
  if (name === '' || member.isStatic) return notEvaluated(context, member);
  if (isScriptPath(member, context)) {
    return { kind: 'join', parts: [scriptFolder(at), literal('/script', at)], at };
  }
  const of = operandValue(member.of, context);
  // A path that was looked up is still that path.
  const isPath = /^(?:path|fullname|providerpath)$/.test(name);
  if (isPath && (of.kind === 'text' || of.kind === 'join' || of.kind === 'call')) return of;
  return { kind: 'member', of, name, at };
}

/** `$MyInvocation.MyCommand.Path`, `.Definition`, `.Source`. */
const isScriptPath = (member: PsMember, context: Context): boolean =>
  /^\$(?:script:|global:)?MyInvocation\.MyCommand\.(?:Path|Definition|Source)$/i.test(
    context.source.text.slice(member.start, member.end),
  );

export function indexValue(node: PsIndex, context: Context): Expression {
  const at = placeOf(context, node);
  const key = literalOf(statementValue(node.index[0], context));
  if (key === undefined || node.index.length > 1) return notEvaluated(context, node);
  const of = operandValue(node.of, context);
  const isArgument = of.kind === 'reference' && of.space === 'argument' && of.name === '@';
  if (isArgument) {
    return /^\d+$/.test(key)
      ? reference('argument', String(Number(key) + 1), at)
      : notEvaluated(context, node);
  }
  return { kind: 'member', of, name: key.toLowerCase(), at };
}

/** The arguments of a call, each as a row of operands and operators. */
export function argumentItems(args: readonly Statement[]): readonly Items[] {
  const [only, ...others] = args;
  if (only?.kind !== 'pipeline' || others.length > 0) return [];
  const [first, ...piped] = only.elements;
  return first?.kind === 'expression' && piped.length === 0 ? splitAt(first.items, ',') : [];
}

export const argumentValues = (args: readonly Statement[], context: Context) =>
  argumentItems(args).map(it => itemsValue(it, context));

/** The type that a static member belongs to, lower case, without `System.`. */
export const typeOf = (operand: Operand): string =>
  operand.kind === 'type'
    ? operand.name
        .trim()
        .toLowerCase()
        .replace(/^system\./, '')
    : '';

export function invocationValue(node: PsInvocation, context: Context): Expression {
  const at = placeOf(context, node);
  const name = node.of.name.toLowerCase();
  const args = argumentValues(node.args, context);
  const unknown = notEvaluated(context, node);
  if (node.of.isStatic) return staticCall(typeOf(node.of.of), name, node, context) ?? unknown;
  const of = operandValue(node.of.of, context);
  switch (name) {
    case 'tostring':
      return of;
    case 'trim':
      return { kind: 'call', name: 'trim', args: [of], at };
    case 'tolower':
    case 'tolowerinvariant':
      return { kind: 'call', name: 'lower', args: [of], at };
    case 'toupper':
    case 'toupperinvariant':
      return { kind: 'call', name: 'upper', args: [of], at };
    case 'replace':
      return args.length === 2
        ? { kind: 'call', name: 'replace', args: [of, ...args], at }
        : unknown;
    default:
      return unknown;
  }
}

function staticCall(
  type: string,
  name: string,
  node: PsInvocation,
  context: Context,
): Expression | undefined {
  const at = placeOf(context, node);
  const args = argumentValues(node.args, context);
  const [first, second] = args;
  switch (`${type}::${name}`) {
    case 'environment::getenvironmentvariable': {
      const variable = first && literalOf(first);
      return variable === undefined ? undefined : reference('variable', variable, at);
    }
    case 'io.path::combine':
      return first && pathOf(args, at);
    case 'io.path::getfullpath':
    case 'scriptblock::create':
      return first;
    case 'io.path::getdirectoryname':
      return first && pathOf([first, literal('..', at)], at);
    case 'string::join':
      return first && second
        ? { kind: 'call', name: 'join', args: [first, second], at }
        : undefined;
    case 'pscredential::new':
    case 'management.automation.pscredential::new': {
      const [user] = argumentItems(node.args);
      return user && credentialOf(withoutCasts(user), context, at);
    }
    case 'collections.arraylist::new':
    case 'collections.generic.list[string]::new':
    case 'collections.generic.list[object]::new':
      return args.length === 0 ? { kind: 'list', items: [], at } : undefined;
    default:
      return undefined;
  }
}

export function pathOf(parts: readonly Expression[], at: Expression['at']): Expression {
  const all = parts.flatMap((part, index) => (index === 0 ? [part] : [literal('/', at), part]));
  return { kind: 'join', parts: all, at };
}
