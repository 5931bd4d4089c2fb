//! Azure's resource types that hold what this program looks for, machines apart: scripts, credentials, containers, apps.
//! Source: https://github.com/Azure/bicep-types-az (`generated/`), which every path here was checked against.

import type { TypeReference } from '@azure/bicep-types';
import type { ArmLanguage } from '../domain/arm-catalogue.ts';
import {
  commandLine,
  dictionary,
  discriminated,
  encoded,
  identity,
  lines,
  list,
  marked,
  object,
  type Properties,
  pairs,
  property,
  resource,
  script,
  scriptUri,
  secret,
  settings,
  text,
  variants,
} from './arm-type-words.ts';

const deploymentScript = (language: ArmLanguage): Properties => ({
  properties: object({
    scriptContent: script(language),
    primaryScriptUri: scriptUri(),
    arguments: marked(text, { role: 'script-arguments', language }),
    environmentVariables: settings,
  }),
});

const groupContainers = list({
  properties: object({
    command: marked(lines, { role: 'command' }),
    environmentVariables: settings,
  }),
});

const appContainers = list({
  command: marked(lines, { role: 'command' }),
  args: marked(lines, { role: 'arguments' }),
  env: settings,
});

const siteConfig = object({
  appSettings: settings,
  appCommandLine: commandLine('bash', text),
});

const dictionaryOfSettings: Properties = { properties: marked(dictionary, { role: 'settings' }) };

export const armTypes: readonly TypeReference[] = [
  variants(
    'Microsoft.Resources/deploymentScripts',
    'kind',
    { identity },
    {
      AzureCLI: deploymentScript('bash'),
      AzurePowerShell: deploymentScript('powershell'),
    },
  ),
  resource('Microsoft.Automation/automationAccounts/runbooks', {
    properties: object({
      publishContentLink: object({ uri: scriptUri() }),
      draft: object({ draftContentLink: object({ uri: scriptUri() }) }),
    }),
  }),
  resource('Microsoft.Automation/automationAccounts/credentials', {
    properties: object({
      userName: marked(text, { role: 'user-name' }),
      password: marked(secret, { role: 'password' }),
    }),
  }),
  resource('Microsoft.ContainerInstance/containerGroups', {
    identity,
    properties: object({ containers: groupContainers, initContainers: groupContainers }),
  }),
  ...['Microsoft.App/containerApps', 'Microsoft.App/jobs'].map(type =>
    resource(type, {
      identity,
      properties: object({
        configuration: object({ secrets: marked(pairs, { role: 'secrets' }) }),
        template: object({ containers: appContainers, initContainers: appContainers }),
      }),
    }),
  ),
  ...['Microsoft.Web/sites', 'Microsoft.Web/sites/slots'].flatMap(type => [
    resource(type, { identity, properties: object({ siteConfig }) }),
    variants(
      `${type}/config`,
      'name',
      {},
      {
        appsettings: dictionaryOfSettings,
        web: { properties: siteConfig },
      },
    ),
  ]),
  ...['Microsoft.Web/staticSites/config', 'Microsoft.Web/staticSites/builds/config'].map(type =>
    variants(
      type,
      'name',
      {},
      {
        appsettings: dictionaryOfSettings,
        functionappsettings: dictionaryOfSettings,
      },
    ),
  ),
  resource('Microsoft.ContainerRegistry/registries/tasks', {
    identity,
    properties: object({
      step: property(
        discriminated('type', {}, { EncodedTask: { encodedTaskContent: encoded('acr-task') } }),
      ),
    }),
  }),
];
