//! Terraform that Terragrunt writes beside the module before it runs: providers, backends, versions.

import type { Entry, Expression } from '../../domain/expression.ts';
import type { Region } from '../../domain/region.ts';
import type { Step } from '../../domain/step.ts';
import { parseHcl } from '../../languages/hcl/parse.ts';
import { argumentOf, type Block, entriesOf } from '../hcl-block.ts';
import { hclBlocks } from '../hcl-file.ts';
import {
  backendSteps,
  providerSteps,
  remoteBindings,
  versionBindings,
} from '../terraform-settings.ts';

export function generatedSteps(
  blocks: readonly Block[],
  entries: readonly Entry[],
): readonly Step[] {
  const contents = [
    ...blocks.filter(it => it.type === 'generate').flatMap(it => argumentOf(it, 'contents') ?? []),
    ...entriesOf(entries.find(it => it.name === 'generate')?.value).flatMap(({ value }) =>
      entriesOf(value).flatMap(it => (it.name === 'contents' ? [it.value] : [])),
    ),
  ];
  const written = contents.flatMap(blocksIn);
  const settled = [...versionBindings(written), ...remoteBindings(written)];
  return written.flatMap(it => {
    if (it.type === 'terraform') return backendSteps(it).filter(saysMore);
    return it.type === 'provider' ? providerSteps(it, settled) : [];
  });
}

/** An empty backend is completed by `remote_state`, which is read by itself. */
const saysMore = (step: Step): boolean =>
  step.kind === 'construct' && step.args.kind === 'object' && step.args.entries.length > 1;

/** Only what is spelled out. */
function blocksIn(contents: Expression): readonly Block[] {
  if (contents.kind !== 'text') return [];
  const region = withValuesInParentheses(contents.region);
  return hclBlocks(parseHcl(region.text).body, region);
}

/**
 * Terragrunt fills `${…}` in before Terraform reads the text. In a string it can stay; where it is a whole value
 * it is read as that value: `use_msi = ${local.msi}` is `use_msi =  (local.msi)`.
 */
function withValuesInParentheses(region: Region): Region {
  let text = region.text;
  for (const { start, end } of region.holes) {
    const line = text.slice(text.lastIndexOf('\n', start) + 1, start);
    const isInString = (line.match(/(?<!\\)"/g) ?? []).length % 2 === 1;
    if (isInString || !text.startsWith('${', start)) continue;
    text = `${text.slice(0, start)} (${text.slice(start + 2, end - 1)})${text.slice(end)}`;
  }
  return { ...region, text };
}
