//! Objects of .NET and calls of its libraries: `New-Object Ns.Class $a, $b`, `[Ns.Class]::new($a)`, `[Ns.Class]::Get($a)`.

import type { Entry, Expression } from '../../domain/expression.ts';
import { literal } from '../../domain/literal.ts';
import type { Span } from '../../domain/span.ts';
import type { Step } from '../../domain/step.ts';
import { argumentItems, argumentValues, typeOf } from './accesses.ts';
import { argumentsFor } from './cmdlet-arguments.ts';
import { argumentEffects } from './commands.ts';
import { type Context, placeOf } from './context.ts';
import type { Operand, PsInvocation } from './operand-tree.ts';
import { itemsValue } from './operators.ts';
import { staticText } from './pieces.ts';
import type { PsCommand } from './tree.ts';
import { operandValue } from './values.ts';

/** As C# gives them: the namespace is the library. Nothing for libraries that nobody reads. */
function libraryCall(
  type: string,
  method: string,
  values: readonly Expression[],
  at: Span,
  { notes }: Context,
): readonly Step[] {
  // PowerShell lets `System.` go.
  const name = type.trim().replace(/^(?=(?:Data|Net)\.)/i, 'System.');
  const dot = name.lastIndexOf('.');
  const library = name.slice(0, Math.max(dot, 0));
  if (library === '' || !notes.interest.isLibrary(library)) return [];
  const member = name.slice(dot + 1) + (method === '' ? '' : `.${method}`);
  const entries: Entry[] = [
    { name: 'library', value: literal(library, at), at },
    { name: 'name', value: literal(member, at), at },
    ...values.map((value, index) => ({ name: String(index), value, at: value.at })),
  ];
  return [{ kind: 'construct', type: 'library-call', args: { kind: 'object', entries, at }, at }];
}

/** `[Ns.Class]::new(…)`, `[Ns.Class]::Method(…)`. */
export function staticCallSteps(call: PsInvocation, context: Context): readonly Step[] {
  const { of, name, isStatic } = call.of;
  if (!isStatic || of.kind !== 'type' || !typeOf(of).includes('.')) return [];
  const inside = { ...context, runsValues: false };
  const method = /^new$/i.test(name) ? '' : name;
  return libraryCall(
    of.name,
    method,
    argumentValues(call.args, inside),
    placeOf(context, call),
    context,
  );
}

const MSAL = 'Microsoft.Identity.Client';

/** The methods of MSAL that give a token begin so; those of other libraries are told apart by what the text names. */
const TOKEN = /^AcquireToken[A-Z]/;

/** `$app.AcquireTokenByUsernamePassword(…)`: of what class `$app` is, is not followed; the text says whose. */
export function tokenCallSteps(call: PsInvocation, context: Context): readonly Step[] {
  const { name, isStatic } = call.of;
  if (isStatic || !TOKEN.test(name) || !context.source.text.includes(MSAL)) return [];
  const inside = { ...context, runsValues: false };
  const values = argumentValues(call.args, inside);
  return libraryCall(`${MSAL}.?`, name, values, placeOf(context, call), context);
}

/** `New-Object -TypeName Ns.Class -ArgumentList $a, $b`, `New-Object Ns.Class($a, $b)`. */
export function madeObject(
  command: PsCommand,
  _: Expression | undefined,
  context: Context,
): readonly Step[] | undefined {
  const args = argumentsFor(command, context);
  const [type] = args.operands('typename', 0);
  const inside = { ...context, runsValues: false };
  const values = args
    .operands('argumentlist', args.has('typename') ? 0 : 1)
    .flatMap(it => valuesOf(it, inside));
  const text = staticText(type, context) ?? '';
  const made = libraryCall(text, '', values, placeOf(context, command), context);
  return made.length === 0 ? undefined : [...argumentEffects(command, context), ...made];
}

/** `($a, $b)` and `@($a, $b)` are several. */
function valuesOf(operand: Operand, context: Context): readonly Expression[] {
  if (operand.kind !== 'group') return [operandValue(operand, context)];
  const items = argumentItems(operand.body);
  return items.length === 0
    ? [operandValue(operand, context)]
    : items.map(it => itemsValue(it, context));
}

/** `$connection.ConnectionString = '…'`: as good as one that it is made with. */
export const connectionStep = (
  name: string,
  value: Expression,
  at: Span,
  context: Context,
): readonly Step[] =>
  /^connectionstring$/i.test(name)
    ? libraryCall('System.Data.SqlClient.SqlConnection', '', [value], at, context)
    : [];
