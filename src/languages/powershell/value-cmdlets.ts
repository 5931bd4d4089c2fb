//! Cmdlets whose output is known from the text: paths, credentials, lists.

import type { Expression } from '../../domain/expression.ts';
import { literal } from '../../domain/literal.ts';
import { argumentItems, pathOf } from './accesses.ts';
import { argumentsFor, type CmdletArguments } from './cmdlet-arguments.ts';
import { cmdletName } from './command-words.ts';
import { type Context, placeOf, reference } from './context.ts';
import { credentialOf } from './credentials.ts';
import type { Operand } from './operand-tree.ts';
import { withoutCasts } from './operators.ts';
import { staticText } from './pieces.ts';
import type { PsCommand, PsPipeline } from './tree.ts';
import { statementValue } from './values.ts';

/** `undefined` when what the pipeline puts out is not known. */
export function commandValue(pipeline: PsPipeline, context: Context): Expression | undefined {
  const { elements } = pipeline;
  const last = elements.at(-1);
  if (last?.kind !== 'command') return undefined;
  const before = elements.slice(0, -1);
  const name = cmdletName(last, context);
  const reading = READINGS.get(name);
  if (!reading) return undefined;
  const [piped] = before;
  const given =
    piped && before.length === 1
      ? statementValue({ ...pipeline, elements: before }, context)
      : undefined;
  if (before.length > 1) return undefined;
  return reading(argumentsFor(last, context), given, context, last);
}

type Reading = (
  args: CmdletArguments,
  piped: Expression | undefined,
  context: Context,
  command: PsCommand,
) => Expression | undefined;

/** What is passed on as it is. */
const same: Reading = (args, piped) => piped ?? args.value('path', 0);

const READINGS: ReadonlyMap<string, Reading> = new Map<string, Reading>([
  ['join-path', joined],
  ['split-path', parent],
  ['resolve-path', same],
  ['convert-path', same],
  ['get-item', same],
  ['out-string', (_, piped) => piped],
  ['convertto-json', (args, piped) => encoded(piped ?? args.value('inputobject', 0))],
  ['write-output', (args, piped) => piped ?? args.value('inputobject', 0)],
  ['echo', (args, piped) => piped ?? args.value('inputobject', 0)],
  [
    'get-location',
    (_, __, context, command) => reference('variable', 'PWD', placeOf(context, command)),
  ],
  ['new-object', created],
]);

const encoded = (of: Expression | undefined): Expression | undefined =>
  of && { kind: 'call', name: 'encode-json', args: [of], at: of.at };

function joined(
  args: CmdletArguments,
  piped: Expression | undefined,
  context: Context,
  command: PsCommand,
): Expression | undefined {
  const path = piped ?? args.value('path', 0);
  const child = args.value('childpath', piped ? 0 : 1);
  const more = args.value('additionalchildpath', piped ? 1 : 2);
  if (!path || !child) return undefined;
  return pathOf([path, child, ...(more ? [more] : [])], placeOf(context, command));
}

function parent(
  args: CmdletArguments,
  piped: Expression | undefined,
  context: Context,
  command: PsCommand,
): Expression | undefined {
  const path = piped ?? args.value('path', 0);
  const isOther = args.has('leaf') || args.has('qualifier') || args.has('leafbase');
  const at = placeOf(context, command);
  return path && !isOther ? pathOf([path, literal('..', at)], at) : undefined;
}

const CREDENTIAL = /^(?:system\.)?(?:management\.automation\.)?pscredential$/i;
const LIST = /^(?:system\.)?collections\.(?:arraylist|generic\.list\[\w+\])$/i;
const CREDENTIAL_IN_ONE = /^((?:system\.)?(?:management\.automation\.)?pscredential)\s*\(/i;

function created(
  args: CmdletArguments,
  _: Expression | undefined,
  context: Context,
  command: PsCommand,
): Expression | undefined {
  const at = placeOf(context, command);
  const [type] = args.operands('typename', 0);
  const name = staticText(type, context) ?? '';
  if (LIST.test(name)) return { kind: 'list', items: [], at };
  const isCredential = CREDENTIAL.test(name) || CREDENTIAL_IN_ONE.test(name);
  if (!isCredential) return undefined;
  const user = userOf(args.operands('argumentlist', 1));
  return user && credentialOf(withoutCasts(user), context, at);
}

/** The first of what the constructor is given, however that is written. */
function userOf([first]: readonly Operand[]) {
  if (!first) return undefined;
  if (first.kind === 'group') return argumentItems(first.body)[0];
  return [{ kind: 'operand', operand: first } as const];
}
