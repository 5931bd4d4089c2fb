//! A hook: a script of the repository or a text that azd runs before or after something, one for each platform if need be.
//! Source: https://learn.microsoft.com/azure/developer/azure-developer-cli/azd-extensibility

import type { Expression } from '../../domain/expression.ts';
import { literal, text } from '../../domain/literal.ts';
import type { Step } from '../../domain/step.ts';
import {
  childOf,
  isEmpty,
  scalarOf,
  textOf,
  type YamlNode,
  type YamlScalar,
} from '../../languages/yaml/tree.ts';

export interface Event {
  /** `postprovision`. */
  readonly name: string;
  /** The commands of azd that come by it. */
  readonly under: readonly string[];
}

/** `folder`: that of the service, relative to the project. */
export function hookSteps(
  hooks: YamlNode | undefined,
  event: Event,
  folder: string | undefined,
): readonly Step[] {
  const hook = childOf(hooks, event.name);
  if (!hook || isEmpty(hook)) return [];
  const all = hook.kind === 'sequence' ? hook.items : [hook];
  return all.flatMap((node): readonly Step[] => {
    const body = platformSteps(node);
    if (body.length === 0) return [];
    return [
      {
        kind: 'scope',
        ends: 'process',
        environment: [],
        folder: folderExpression(node, folder),
        // `azd hooks run postprovision` runs this one alone.
        onlyUnder: [...event.under, event.name],
        title: `hook \`${event.name}\``,
        body,
        at: node.at,
      },
    ];
  });
}

function folderExpression({ at }: YamlNode, folder: string | undefined): Expression {
  const project: Expression = { kind: 'call', name: 'module-folder', args: [], at };
  if (folder === undefined || folder === '') return project;
  return { kind: 'join', parts: [project, literal(`/${folder}`, at)], at };
}

/** Which platform it runs on is not known to the file. */
function platformSteps(node: YamlNode): readonly Step[] {
  const common = scriptSteps(node, undefined);
  const arms = (['posix', 'windows'] as const)
    .map(it => scriptSteps(childOf(node, it), it))
    .filter(it => it.length > 0);
  const [only, ...others] = arms;
  if (!only) return common;
  if (others.length === 0) return only;
  return [{ kind: 'branch', arms, isExhaustive: true, at: node.at }];
}

function scriptSteps(
  node: YamlNode | undefined,
  platform: 'posix' | 'windows' | undefined,
): readonly Step[] {
  const run = scalarOf(childOf(node, 'run'));
  if (!run || isEmpty(run)) return [];
  const { at } = run.region;
  // Azd asks whether there is such a file; a name with this ending is one.
  if (/^\S+\.(?:sh|ps1)$/.test(run.text.trim())) return [scriptFile(run)];
  const shell = textOf(childOf(node, 'shell'))?.toLowerCase();
  const isPowershell = shell === undefined ? platform === 'windows' : shell !== 'sh';
  const language = isPowershell ? 'powershell' : 'bash';
  return [{ kind: 'script', language, source: text(run.region), at }];
}

const scriptFile = (run: YamlScalar): Step => ({
  kind: 'run',
  routine: 'script',
  path: text(run.region),
  inputs: [],
  arguments: [],
  sharesProcess: false,
  at: run.region.at,
});
