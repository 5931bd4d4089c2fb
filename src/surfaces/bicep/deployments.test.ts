//! What resources of a Bicep file run and hold.

import { describe, expect, it } from 'vitest';
import { resource, stepsIn } from './shown.test-data.ts';

describe('resources', () => {
  it.each([
    [
      'a deployment script with an identity',
      resource(
        'Microsoft.Resources/deploymentScripts',
        "kind: 'AzureCLI'\nidentity: { type: 'UserAssigned' }\nproperties: {\nscriptContent: 'az group list'\nenvironmentVariables: [{ name: 'A', secureValue: p }]\n}",
      ),
      "a: deployment-script {kind='AzureCLI' identity={type='UserAssigned'}}; process A=input:p (bash 'az group list')",
    ],
    [
      'a deployment script in PowerShell without one',
      resource(
        'microsoft.resources/DEPLOYMENTSCRIPTS',
        "kind: 'AzurePowerShell'\nproperties: { scriptContent: loadTextContent('a.ps1') }",
      ),
      "a: deployment-script {kind='AzurePowerShell'}; process (powershell read-file('a.ps1'))",
    ],
    [
      'a deployment script of unknown kind, told by its file',
      resource(
        'Microsoft.Resources/deploymentScripts',
        "kind: p\nproperties: { scriptContent: loadTextContent('a.ps1') }",
      ),
      "a: deployment-script {kind=input:p}; process (powershell read-file('a.ps1'))",
    ],
    [
      'a deployment script of which only the caller knows the kind',
      resource(
        'Microsoft.Resources/deploymentScripts',
        'kind: p\nproperties: { scriptContent: p }',
      ),
      "a: deployment-script {kind=input:p}; process (lookup({azurecli='bash' azurepowershell='powershell'} lower(input:p) '') input:p)",
    ],
    [
      'a loop over what the file spells out',
      "resource a 'Microsoft.Automation/automationAccounts/credentials@1' = [for u in ['x']: {\n  properties: { userName: u }\n}]",
      "a: automation-credential {username=('x')}",
    ],
    [
      'a loop over what may be empty',
      "resource a 'Microsoft.Automation/automationAccounts/credentials@1' = [for u in split(p, ','): {\n  properties: { userName: 'x' }\n}]",
      "a: maybe (automation-credential {username='x'})",
    ],
    [
      'a script of elsewhere',
      resource(
        'Microsoft.Automation/automationAccounts/runbooks',
        "properties: { publishContentLink: { uri: uri(p, 'run.ps1') } }",
      ),
      "a: process (run input:p+'/'+'run.ps1' )",
    ],
    [
      'the extension for Linux',
      resource(
        'Microsoft.Compute/virtualMachines/extensions',
        "properties: { type: 'CustomScript', settings: { commandToExecute: 'sh a.sh' }, protectedSettings: { script: loadFileAsBase64('b.sh') } }",
      ),
      "a: process (bash decode-base64(encode-base64(read-file('b.sh'))); bash 'sh a.sh')",
    ],
    [
      'the extension for Windows',
      resource(
        'Microsoft.Compute/virtualMachines/extensions',
        "properties: { type: 'CustomScriptExtension', settings: { commandToExecute: 'powershell -File a.ps1' } }",
      ),
      "a: process (powershell 'powershell -File a.ps1')",
    ],
    [
      'a run command',
      resource(
        'Microsoft.Compute/virtualMachines/runCommands',
        "properties: { source: { script: 'Connect-AzAccount -Identity' } }",
      ),
      "a: process (powershell 'Connect-AzAccount -Identity')",
    ],
    [
      'start-up data that is a script',
      resource(
        'Microsoft.Compute/virtualMachines',
        "properties: { osProfile: { customData: base64('#!/bin/sh\\naz login') } }",
      ),
      "a: process (bash decode-base64(encode-base64('#!/bin/sh\naz login')))",
    ],
    [
      'lines of an image template',
      resource(
        'Microsoft.VirtualMachineImages/imageTemplates',
        "properties: { customize: [{ type: 'Shell', inline: ['az login', 'ls'] }] }",
      ),
      "a: process (bash join('\n' ['az login' 'ls']))",
    ],
    [
      'a credential',
      resource(
        'Microsoft.Automation/automationAccounts/credentials',
        "properties: { userName: 'a@b.com', password: p }",
      ),
      "a: automation-credential {username='a@b.com' password=input:p}",
    ],
    [
      'settings of an app, by a variable and joined',
      `var shared = [{ name: 'A', value: 'a' }]\n${resource(
        'Microsoft.Web/sites',
        "properties: { siteConfig: { appSettings: concat(shared, [{ name: 'B', value: p }]) } }",
      )}`,
      "a: app-settings {A='a' B=input:p}",
    ],
    [
      'settings that the caller gives',
      resource(
        'Microsoft.Web/sites',
        "properties: { siteConfig: { appSettings: [{ name: 'A', value: 'a' }, ...p] } }",
      ),
      "a: app-settings merge({A='a'} named-values(input:p))",
    ],
    [
      'settings as an object',
      resource(
        'Microsoft.Web/sites/config',
        "name: '${site.name}/appsettings'\nproperties: { A: 'a', B: p }",
      ),
      "a: app-settings {A='a' B=input:p}",
    ],
    [
      'a container with its environment',
      resource(
        'Microsoft.App/jobs',
        "properties: {\nconfiguration: { secrets: [{ name: 's', value: p }] }\ntemplate: { containers: [{ command: ['sh', '-c'], args: ['az login'], env: [{ name: 'A', secretRef: 's' }, { name: 'B', secretRef: 't' }] }] }\n}",
      ),
      "a: app-settings {A=input:p B=held by the platform (`t`)}; machine A=input:p B=held by the platform (`t`) (bash 'az login')",
    ],
    [
      'containers of a loop',
      resource(
        'Microsoft.ContainerInstance/containerGroups',
        "properties: { containers: [for x in ['a', 'b']: { properties: { command: ['run', x] } }] }",
      ),
      "a: machine ('run' ('a' or 'b'))",
    ],
    [
      'a condition and a loop',
      "resource a 'Microsoft.Automation/automationAccounts/credentials@1' = [for u in ['x', 'y']: if (p) {\n  properties: { userName: u }\n}]",
      "a: maybe (automation-credential {username=('x' or 'y')})",
    ],
  ])('%s', (_, text, expected) => {
    expect(stepsIn(`param p string\n${text}`)).toEqual([expected]);
  });

  it('names a nested resource by its parents, existing ones too', () => {
    const text = `resource site 'Microsoft.Web/sites@1' existing = {
  name: 'web'

  resource settings 'config' = {
    name: 'appsettings'
    properties: { A: 'a' }
  }
}`;
    expect(stepsIn(text)).toEqual(["site::settings: app-settings {A='a'}"]);
  });

  it('is not sure of what is nested under a condition', () => {
    const text = `param p bool
resource site 'Microsoft.Web/sites@1' = if (p) {
  name: 'web'

  resource settings 'config' = {
    name: 'appsettings'
    properties: { A: 'a' }
  }
}`;
    expect(stepsIn(text)).toEqual(["site::settings: maybe (app-settings {A='a'})"]);
  });

  it.each([
    ['a resource of no interest', resource('Microsoft.Storage/storageAccounts', "name: 'a'")],
    ['an existing resource', "resource a 'Microsoft.Web/sites@1' existing = {\n  name: 'a'\n}"],
    ['other settings', resource('Microsoft.Web/sites/config', "name: 'logs'\nproperties: {}")],
    [
      'another extension',
      resource(
        'Microsoft.Compute/virtualMachines/extensions',
        "properties: { type: 'OmsAgent', settings: { commandToExecute: 'a' } }",
      ),
    ],
    [
      'an app without settings',
      resource('Microsoft.Web/sites', 'properties: { siteConfig: { appSettings: [] } }'),
    ],
  ])('gives nothing for %s', (_, text) => {
    expect(stepsIn(text)).toEqual([]);
  });
});
