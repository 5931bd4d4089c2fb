//! What an Azure resource runs and holds, by the catalogue: Bicep, `azapi_resource` and Azure's JSON templates say the same.

import { type Bindings, follow, itemsOf, partOf } from './arm-body.ts';
import { type ArmProperty, armPropertiesOf } from './arm-catalogue.ts';
import { languageFrom } from './arm-language.ts';
import { type Given, type HeldRow, programSteps } from './arm-programs.ts';
import { type Settings, settingsOf } from './arm-settings.ts';
import type { Entry, Expression } from './expression.ts';
import { literalOf } from './literal.ts';
import type { Span } from './span.ts';
import type { Step } from './step.ts';

export interface ArmResource {
  /** In any case, with or without `@version`. */
  readonly type: string;
  /** An object: `name`, `kind`, `identity`, `properties` … */
  readonly body: Expression;
  /** The declaration's head. */
  readonly at: Span;
  readonly bindings: Bindings;
}

const DEPLOYMENT_SCRIPT = 'microsoft.resources/deploymentscripts';

/** What stands in one list item, or in the resource itself. */
interface Unit {
  readonly path: string;
  readonly rows: readonly ArmProperty[];
}

/** The body of a detached step: constructs first, then programs; empty for a resource that holds nothing of interest. */
export function armSteps(resource: ArmResource): readonly Step[] {
  const rows = armPropertiesOf(resource.type);
  if (rows.length === 0) return [];
  const steps = unitsOf(rows).flatMap(unit =>
    elementsOf(unit.path, resource).flatMap(element => unitSteps(unit, element, resource)),
  );
  return [...constructsOf(rows, resource), ...steps];
}

function unitsOf(rows: readonly ArmProperty[]): readonly Unit[] {
  const paths = new Set(rows.map(row => unitPath(row.path)));
  return [...paths].map(path => ({ path, rows: rows.filter(row => unitPath(row.path) === path) }));
}

/** `properties.containers[]` of `properties.containers[].command`. */
function unitPath(path: string): string {
  const mark = path.lastIndexOf('[]');
  return mark < 0 ? '' : path.slice(0, mark + 2);
}

function elementsOf(path: string, { body, bindings }: ArmResource): readonly Expression[] {
  if (path === '') return [body];
  const list = partOf(body, path.slice(0, -2), bindings);
  return list ? itemsOf(list, bindings).known : [];
}

/** The path below a list item. */
const below = (path: string, unit: string): string => path.slice(unit.length).replace(/^\./, '');

function unitSteps(unit: Unit, element: Expression, resource: ArmResource): readonly Step[] {
  const { at, bindings } = resource;
  const given: Given = row => partOf(element, below(row.path, unit.path), bindings);
  const rows = heldRows(unit, element, bindings);
  const settings = rows
    .filter(row => row.role === 'settings')
    .flatMap(row => readSettings(given(row), resource) ?? []);
  const isScript = resource.type.toLowerCase().startsWith(DEPLOYMENT_SCRIPT);
  const constructs = isScript
    ? []
    : settings.map((it): Step => ({ kind: 'construct', type: 'app-settings', args: it.args, at }));
  const programs = programSteps(rows, given, bindings);
  if (programs.length === 0) return constructs;
  // Each container is a machine of its own; scripts follow each other on one.
  const ends = rows.some(row => row.role === 'command') ? 'machine' : 'process';
  const environment = settings.flatMap(it => it.entries);
  return [...constructs, { kind: 'scope', ends, environment, body: programs, at }];
}

function readSettings(
  settings: Expression | undefined,
  { type, body, bindings }: ArmResource,
): Settings | undefined {
  const secrets = armPropertiesOf(type).find(row => row.role === 'secrets');
  return (
    settings && settingsOf(settings, secrets && partOf(body, secrets.path, bindings), bindings)
  );
}

/**
 * One row of each path: that of the kind the resource is; of an unknown kind the first.
 * Which language a script is in is then told by its text, or by the kind when that is known.
 */
function heldRows(unit: Unit, element: Expression, bindings: Bindings): readonly HeldRow[] {
  const held = new Map<string, HeldRow>();
  for (const row of unit.rows) {
    const condition = conditionOf(row, unit, element, bindings);
    const isOpen = row.role === 'settings' && row.path === 'properties';
    if (condition === 'no' || (condition === 'maybe' && isOpen)) continue;
    if (condition === 'yes') held.set(row.path, row);
    else if (!held.has(row.path)) held.set(row.path, unspoken(row, unit, element, bindings));
  }
  return [...held.values()];
}

function unspoken(row: ArmProperty, unit: Unit, element: Expression, bindings: Bindings): HeldRow {
  if (row.role !== 'script') return row;
  const { language, ...rest } = row;
  const stated = row.when && partOf(element, below(row.when.path, unit.path), bindings);
  if (!stated) return rest;
  const rows = unit.rows.filter(it => it.path === row.path);
  return { ...rest, languageFrom: languageFrom(rows, stated) };
}

function conditionOf(
  { when }: ArmProperty,
  unit: Unit,
  element: Expression,
  bindings: Bindings,
): 'yes' | 'no' | 'maybe' {
  if (!when) return 'yes';
  const stated = partOf(element, below(when.path, unit.path), bindings);
  const value = stated && follow(stated, bindings);
  if (value?.kind !== 'text') return 'maybe';
  // `'${site.name}/appsettings'`: of a name the last part counts.
  const last = value.region.text.split('/').at(-1) ?? '';
  if (last.includes('{')) return 'maybe';
  return last.toLowerCase() === when.value.toLowerCase() ? 'yes' : 'no';
}

function constructsOf(
  rows: readonly ArmProperty[],
  { type, body, at, bindings }: ArmResource,
): readonly Step[] {
  const entry = (name: string, path: string | undefined): readonly Entry[] => {
    const value = path === undefined ? undefined : partOf(body, path, bindings);
    return value && literalOf(value) !== '' ? [{ name, value, at: value.at }] : [];
  };
  const pathOf = (role: ArmProperty['role']): string | undefined =>
    rows.find(row => row.role === role)?.path;
  const construct = (construct: string, entries: readonly Entry[]): Step => ({
    kind: 'construct',
    type: construct,
    args: { kind: 'object', entries, at },
    at,
  });
  if (type.toLowerCase().startsWith(DEPLOYMENT_SCRIPT)) {
    const entries = [...entry('kind', 'kind'), ...entry('identity', pathOf('identity'))];
    return [construct('deployment-script', entries)];
  }
  const credential = [
    ...entry('username', pathOf('user-name')),
    ...entry('password', pathOf('password')),
  ];
  return credential.length > 0 ? [construct('automation-credential', credential)] : [];
}
