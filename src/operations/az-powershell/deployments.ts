//! The Bicep file that `New-AzResourceGroupDeployment` and its like deploy.
//! Source: https://learn.microsoft.com/azure/azure-resource-manager/bicep/deploy-powershell

import { type CmdletLine, cmdletParameters } from '../../domain/cmdlet-line.ts';
import type { Runs } from '../../domain/operation.ts';
import { isMissing, textOf } from '../../domain/value.ts';
import { templateRun, valuesInFile, valuesInObject, withValues } from '../template-values.ts';

const NOUN =
  /^(?:(?:resourcegroup|subscription|managementgroup|tenant)?deployment(?:stack)?|(?:resourcegroup|subscription|managementgroup)deploymentstack)$/;

export const isDeployment = (verb: string, noun: string): boolean =>
  (verb === 'new' || verb === 'set') && NOUN.test(noun);

/** Every other one is a parameter of the template itself. */
export const PARAMETERS = cmdletParameters([
  'ActionOnUnmanage',
  '!AsJob',
  'ApiVersion',
  'DefaultProfile AzContext AzureRmContext AzureCredential',
  'DeploymentDebugLogLevel',
  'DenySettingsMode',
  'Description',
  '!Force',
  'Location',
  'ManagementGroupId',
  'Mode',
  'Name DeploymentName',
  '!Pre',
  'QueryString',
  'ResourceGroupName',
  '!RollbackToLastDeployment',
  'RollBackDeploymentName',
  '!SkipTemplateParameterPrompt',
  'Tag',
  'TemplateFile',
  'TemplateObject',
  'TemplateParameterFile',
  'TemplateParameterObject',
  'TemplateParameterUri',
  'TemplateSpecId',
  'TemplateUri',
  'ValidationLevel',
  'WhatIfExcludeChangeType',
  'WhatIfResultFormat',
]);

export function deployedFiles(line: CmdletLine): readonly Runs[] {
  const values = line.value('TemplateParameterFile');
  const template = line.value('TemplateFile');
  // A parameter file names its template itself.
  const isBoth = isMissing(template) && textOf(values)?.toLowerCase().endsWith('.bicepparam');
  const path = isBoth ? values : template;
  if (isMissing(path)) return [];
  const object = valuesInObject(line.value('TemplateParameterObject'));
  const given = { inputs: line.others, valueFiles: [] };
  return [templateRun(path, withValues(withValues(valuesInFile(values), object), given))];
}
