//! Azure's machines: extensions, run commands, start-up data, images, batch nodes.
//! Source: https://github.com/Azure/bicep-types-az (`generated/`), which every path here was checked against;
//! the settings of extensions are open there and follow the extensions' documentation:
//! https://learn.microsoft.com/azure/virtual-machines/extensions/custom-script-linux

import type { ObjectTypeProperty, TypeReference } from '@azure/bicep-types';
import type { ArmLanguage } from '../domain/arm-catalogue.ts';
import {
  commandLine,
  discriminated,
  encoded,
  factory,
  identity,
  inline,
  list,
  object,
  type Properties,
  property,
  resource,
  script,
  scriptUri,
  secret,
  settings,
  text,
} from './arm-type-words.ts';

const extensionSettings = (language: ArmLanguage, type: TypeReference): ObjectTypeProperty =>
  object({
    commandToExecute: commandLine(language, type),
    // Only the Linux extension takes a script as text.
    ...(language === 'bash' ? { script: encoded('bash') } : {}),
  });

const extensionProperties = (language: ArmLanguage): Properties => ({
  settings: extensionSettings(language, text),
  protectedSettings: extensionSettings(language, secret),
});

/** Told apart by `type`; the command line on Windows nearly always starts PowerShell. */
const extension = property(
  discriminated(
    'type',
    {},
    {
      CustomScript: extensionProperties('bash'),
      CustomScriptForLinux: extensionProperties('bash'),
      CustomScriptExtension: extensionProperties('powershell'),
    },
  ),
);

const extensionTypes = [
  'Microsoft.Compute/virtualMachines/extensions',
  'Microsoft.Compute/virtualMachineScaleSets/extensions',
  'Microsoft.Compute/virtualMachineScaleSets/virtualMachines/extensions',
  'Microsoft.HybridCompute/machines/extensions',
];

const runCommand = object({ source: object({ script: script(), scriptUri: scriptUri() }) });

const runCommandTypes = [
  'Microsoft.Compute/virtualMachines/runCommands',
  'Microsoft.Compute/virtualMachineScaleSets/virtualMachines/runCommands',
  'Microsoft.HybridCompute/machines/runCommands',
];

const machine: Properties = { osProfile: object({ customData: encoded() }), userData: encoded() };

const customizer = property(
  factory.addArrayType(
    discriminated(
      'type',
      {},
      {
        Shell: { inline: inline('bash'), scriptUri: scriptUri() },
        PowerShell: { inline: inline('powershell'), scriptUri: scriptUri() },
      },
    ),
  ),
);

export const machineTypes: readonly TypeReference[] = [
  ...extensionTypes.map(type => resource(type, { properties: extension })),
  ...runCommandTypes.map(type => resource(type, { properties: runCommand })),
  resource('Microsoft.Compute/virtualMachines', { identity, properties: object(machine) }),
  resource('Microsoft.Compute/virtualMachineScaleSets', {
    identity,
    properties: object({
      virtualMachineProfile: object({
        ...machine,
        extensionProfile: object({ extensions: list({ properties: extension }) }),
      }),
    }),
  }),
  resource('Microsoft.VirtualMachineImages/imageTemplates', {
    identity,
    properties: object({
      customize: customizer,
      validate: object({ inVMValidations: customizer }),
    }),
  }),
  resource('Microsoft.Batch/batchAccounts/pools', {
    identity,
    properties: object({
      startTask: object({ commandLine: commandLine('bash', text), environmentSettings: settings }),
    }),
  }),
];
