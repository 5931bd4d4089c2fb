//! The Bicep file that `az deployment … create` and `az stack … create` deploy.

import { wordPrefix } from '../../domain/call.ts';
import type { Runs } from '../../domain/operation.ts';
import { textOf } from '../../domain/value.ts';
import {
  NO_VALUES,
  type TemplateValues,
  templateRun,
  valuesInObject,
  valuesInWords,
  withValues,
} from '../template-values.ts';
import { type AzCommand, argumentsOf, argumentValue, optionValue } from './command.ts';

const CREATES = /^(?:deployment|stack)(?: (?:group|sub|mg|tenant))? create$/;

export function deployedFiles(command: AzCommand): readonly Runs[] {
  if (!CREATES.test(command.name)) return [];
  const values = valuesOf(command);
  const template = optionValue(command, '--template-file', '-f');
  // A parameter file names its template itself.
  const path =
    template.kind === 'absent'
      ? values.valueFiles.find(it => textOf(it)?.endsWith('.bicepparam'))
      : template;
  return path ? [templateRun(path, values)] : [];
}

/** Of several the last counts most. */
const valuesOf = (command: AzCommand): TemplateValues =>
  argumentsOf(command, '--parameters', '-p')
    .map(argument => {
      const { word, from } = argument;
      const isObject = wordPrefix(word).startsWith('{', from);
      return isObject ? valuesInObject(argumentValue(argument)) : valuesInWords([word], from);
    })
    .reduce(withValues, NO_VALUES);
