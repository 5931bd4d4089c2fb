//! Templates in HCL: `source`, `build`, `variable`, `locals`.
//! Source: https://developer.hashicorp.com/packer/docs/templates/hcl_templates/blocks

import type { Parameter } from '../../domain/facts.ts';
import { argumentOf, type Block } from '../hcl-block.ts';
import type { Template } from './template.ts';

export function hclTemplate(blocks: readonly Block[]): Template {
  const typed = (type: string): readonly Block[] => blocks.filter(it => it.type === type);
  const builds = typed('build');
  const inBuilds = (type: string): readonly Block[] => builds.flatMap(it => it.blocks(type));
  return {
    parameters: typed('variable').map(parameterOf),
    bindings: [
      ...typed('locals').flatMap(it => it.arguments()),
      ...typed('local').flatMap(({ labels: [name = ''], ...block }) =>
        block
          .arguments()
          .filter(it => it.name === 'expression')
          .map(it => ({ ...it, name })),
      ),
    ],
    sources: typed('source'),
    provisioners: [...inBuilds('provisioner'), ...inBuilds('error-cleanup-provisioner')],
    postProcessors: [
      ...inBuilds('post-processor'),
      ...inBuilds('post-processors').flatMap(it => it.blocks('post-processor')),
    ],
  };
}

function parameterOf(variable: Block): Parameter {
  const fallback = argumentOf(variable, 'default') ?? emptyDefault(variable);
  const name = variable.labels[0] ?? '';
  return { name, ...(fallback ? { fallback } : {}), at: variable.at };
}

/** An empty default is one: whoever builds may leave the variable out. */
const emptyDefault = (variable: Block) =>
  variable.arguments().find(it => it.name === 'default')?.value;
