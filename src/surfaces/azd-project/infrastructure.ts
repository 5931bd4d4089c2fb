//! What `azd provision` deploys: a Bicep file as azd itself, or a Terraform root by calling Terraform.
//! Source: https://learn.microsoft.com/azure/developer/azure-developer-cli/use-terraform-for-azd

import { literal } from '../../domain/literal.ts';
import type { Span } from '../../domain/span.ts';
import type { Step } from '../../domain/step.ts';
import { childOf, isEmpty, itemsOf, textOf, type YamlNode } from '../../languages/yaml/tree.ts';
import type { Event } from './hooks.ts';

interface Infrastructure {
  readonly provider: string;
  readonly folder: string;
  readonly module: string;
  readonly at: Span;
}

/** Of the events it takes part in `provision` and `down`. */
export const infrastructureSteps = (root: YamlNode, { name, under }: Event): readonly Step[] =>
  name !== 'provision' && name !== 'down'
    ? []
    : layersOf(root).flatMap(layer => {
        const { at, provider } = layer;
        const isTerraform = provider === 'terraform';
        const body = isTerraform ? terraformSteps(layer, name) : bicepSteps(layer, name);
        const folder = { kind: 'call' as const, name: 'module-folder', args: [], at };
        const scope = { kind: 'scope' as const, ends: 'process' as const, environment: [] };
        return [{ ...scope, folder, onlyUnder: under, body, at }];
      });

function layersOf(root: YamlNode): readonly Infrastructure[] {
  const infra = childOf(root, 'infra');
  const layers = itemsOf(childOf(infra, 'layers'));
  return (layers.length > 0 ? layers : [infra]).map(layer => ({
    provider: textOf(childOf(layer, 'provider')) ?? textOf(childOf(infra, 'provider')) ?? 'bicep',
    folder: givenText(layer, 'path') ?? 'infra',
    module: givenText(layer, 'module') ?? 'main',
    at: childOf(layer, 'provider')?.at ?? layer?.at ?? { ...root.at, end: root.at.start },
  }));
}

function givenText(node: YamlNode | undefined, name: string): string | undefined {
  const child = childOf(node, name);
  return isEmpty(child) ? undefined : textOf(child)?.replace(/^(?:\.\/)+|\/+$/g, '');
}

function bicepSteps({ folder, module, at }: Infrastructure, event: string): readonly Step[] {
  if (event === 'down') return [];
  const path = literal(`${folder}/${module.replace(/\.bicep$/, '')}.bicep`, at);
  const given = { inputs: [], arguments: [], sharesProcess: false };
  return [{ kind: 'run', routine: 'bicep-file', path, from: 'own-folder', ...given, at }];
}

/** Terraform does not take part in the session of azd: it looks for credentials by itself. */
function terraformSteps({ folder, at }: Infrastructure, event: string): readonly Step[] {
  return ['init', event === 'down' ? 'destroy' : 'apply'].map(command => ({
    kind: 'command',
    words: ['terraform', `-chdir=${folder}`, command].map(it => literal(it, at)),
    environment: [],
    at,
  }));
}
