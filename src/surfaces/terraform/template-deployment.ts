//! Templates of Azure Resource Manager that Terraform deploys: files of the repository, with their values.
//! Source: https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/resource_group_template_deployment

import type { Entry, Expression } from '../../domain/expression.ts';
import { literalOf } from '../../domain/literal.ts';
import type { Step } from '../../domain/step.ts';
import { templateStep } from '../arm-steps.ts';
import { argumentOf, type Block, entriesOf } from '../hcl-block.ts';

const DEPLOYMENT =
  /^azurerm_(?:resource_group|subscription|management_group|tenant)_template_deployment$/;

/** One whose text is spelled out in the block is not read. */
export function templateSteps(resource: Block): readonly Step[] {
  if (!DEPLOYMENT.test(resource.labels[0] ?? '')) return [];
  const content = argumentOf(resource, 'template_content');
  const path = content && fileOf(content);
  if (!path) return [];
  return [templateStep(path, givenValues(argumentOf(resource, 'parameters_content')), resource.at)];
}

/** `file("main.json")`, `templatefile("main.json", { … })`. */
function fileOf(content: Expression): Expression | undefined {
  const isFile =
    content.kind === 'call' && (content.name === 'read-file' || content.name === 'read-template');
  return isFile ? content.args[0] : undefined;
}

/** `jsonencode({ name = { value = … } })`. */
function givenValues(parameters: Expression | undefined): readonly Entry[] {
  const [object] =
    parameters?.kind === 'call' && parameters.name === 'encode-json' ? parameters.args : [];
  return entriesOf(object).flatMap(({ name, value, at }) => {
    const given = entriesOf(value).find(it => it.name === 'value')?.value;
    return given && literalOf(given) !== '' ? [{ name, value: given, at }] : [];
  });
}
