//! What resources run beside Terraform, and what they carry to where nobody is.

import { describe, expect, it } from 'vitest';
import { outlines, routineOf } from './outline.test-data.ts';

const resource = (type: string, body: string): string => `resource "${type}" "a" {\n${body}\n}\n`;

const carried = (type: string, body: string): string[] =>
  outlines(resource(type, body)).filter(it => !it.startsWith('terraform-implied'));

describe('scripts that run with Terraform', () => {
  it.each([
    ['command = "az login"', ['{ bash "az login" }']],
    ['command = "a"\n interpreter = ["/bin/bash", "-ec"]', ['{ bash "a" }']],
    ['command = "a"\n interpreter = ["pwsh.exe", "-NoProfile", "-Command"]', ['{ pwsh "a" }']],
    ['command = "a"\n interpreter = ["PowerShell"]', ['{ powershell "a" }']],
    ['command = "a.ps1"\n interpreter = ["pwsh", "-File"]', ['{ run "pwsh" "-File" "a.ps1" }']],
    [
      'command = "a"\n interpreter = var.w ? ["pwsh", "-Command"] : []',
      ['{ either { pwsh "a" } or { bash "a" } }'],
    ],
    [
      'command = "a"\n working_dir = path.module\n environment = { A = var.a }',
      ['A=input:a in module-folder() { bash "a" }'],
    ],
  ])('local-exec: %s', (body, expected) => {
    expect(carried('null_resource', `provisioner "local-exec" {\n ${body}\n}`)).toEqual(
      expected.map(it => `either { ${it} }`),
    );
  });

  it('runs the program of an external data source', () => {
    const text = 'data "external" "a" {\n  program = ["bash", "${path.module}/a.sh"]\n}\n';
    expect(outlines(text)).toEqual(['{ run "bash" "${path.module}/a.sh" module-folder() }']);
  });

  it.each([
    ['', ['apply']],
    ['when = create', ['apply']],
    ['when = destroy', ['destroy', 'apply']],
    ['when = "destroy"', ['destroy', 'apply']],
  ])('counts a provisioner with %j under %j, and never for sure', (when, onlyUnder) => {
    const text = `provisioner "local-exec" {\n command = "a"\n ${when}\n}`;
    const [step] = routineOf(resource('null_resource', text)).body;
    const scope = { onlyUnder, title: 'provisioner `local-exec` of `null_resource.a`' };
    expect(step).toMatchObject({ kind: 'branch', isExhaustive: false, arms: [[scope]] });
  });
});

const N = 'a {';

describe('what resources carry elsewhere', () => {
  it.each([
    [
      'null_resource',
      'provisioner "remote-exec" {\n inline = ["a", "b"]\n}',
      'either { { bash "a\\nb" } }',
    ],
    [
      'null_resource',
      'provisioner "remote-exec" {\n script = "a.ps1"\n}',
      'either { { powershell read-file("a.ps1") } }',
    ],
    [
      'azurerm_resource_deployment_script_azure_cli',
      'script_content = "az a"\n identity {\n type = "UserAssigned"\n}\n environment_variable {\n name = "X"\n secure_value = var.x\n}',
      'deployment-script {kind: "AzureCLI", identity: {type: "UserAssigned"}}; X=input:x { bash "az a" }',
    ],
    [
      'azurerm_resource_deployment_script_azure_cli',
      'script_content = "az login $@"\n command_line = "-u ${var.u}"',
      'deployment-script {kind: "AzureCLI"}; { assign; bash "az login $@" }',
    ],
    [
      'azurerm_resource_deployment_script_azure_power_shell',
      'script_content = file("a.ps1")',
      'deployment-script {kind: "AzurePowerShell"}; { powershell read-file("a.ps1") }',
    ],
    [
      'azurerm_virtual_machine_run_command',
      'source {\n script = "Connect-AzAccount -Identity"\n}',
      '{ powershell "Connect-AzAccount -Identity" }',
    ],
    [
      'azurerm_virtual_machine_extension',
      'protected_settings = jsonencode({ commandToExecute = "sh ${var.x}" })',
      '{ bash "sh ${var.x}" input:x }',
    ],
    [
      'azurerm_virtual_machine_extension',
      'settings = <<JSON\n{ "commandToExecute": "az \\"${var.x}\\"" }\nJSON',
      '{ bash "az \\"${var.x}\\"" input:x }',
    ],
    [
      'azurerm_virtual_machine_extension',
      'settings = jsonencode({ script = base64encode(file("a.sh")) })',
      '{ bash read-file("a.sh") }',
    ],
    [
      'azurerm_virtual_machine_extension',
      'protected_settings = <<S\n{ "script": "${base64encode(file("a.sh"))}" }\nS',
      '{ bash read-file("a.sh") }',
    ],
    [
      'azurerm_virtual_machine_extension',
      'settings = <<S\n{ "x": ${jsonencode({ a = "}" })}, "commandToExecute": "az ${azurerm_x.y["a"].name} b" }\nS',
      '{ bash "az ${azurerm_x.y[\\"a\\"].name} b" ?azurerm_x.y["…"].name }',
    ],
    [
      'azapi_resource',
      'type = "Microsoft.Resources/deploymentScripts@2023-08-01"\n body = <<B\n{ "kind": "AzureCLI", "properties": { "scriptContent": "az login -u ${local.x["u"]}" } }\nB',
      'deployment-script {kind: "AzureCLI"}; { bash "az login -u ${local.x[\\"u\\"]}" local:x.u }',
    ],
    [
      'azurerm_virtual_machine_extension',
      'settings = local.settings',
      '{ bash decode-json(local:settings).commandToExecute; bash decode-base64(decode-json(local:settings).script) }',
    ],
    [
      'azurerm_linux_virtual_machine_scale_set',
      'user_data = base64encode(templatefile("init.yaml", {}))\n extension {\n settings = jsonencode({ commandToExecute = "a" })\n}',
      '{ cloud-config read-template("init.yaml", {}) }; { bash "a" }',
    ],
    [
      'azurerm_linux_virtual_machine',
      'custom_data = "IyEvYmluL3NoCg=="',
      '{ bash decode-base64("IyEvYmluL3NoCg==") }',
    ],
    ['azurerm_automation_runbook', 'runbook_type = "Python3"\n content = "a"', '{ python "a" }'],
    ['azurerm_automation_runbook', 'runbook_type = var.t\n content = "a"', '{ powershell "a" }'],
    [
      'azurerm_automation_credential',
      'username = "a@b.com"\n password = var.p',
      'automation-credential {username: "a@b.com", password: input:p}',
    ],
    [
      'azurerm_linux_web_app',
      'app_settings = merge(local.s, { A = 1 })',
      'app-settings merge(local:s, {A: "1"})',
    ],
    [
      'azurerm_container_group',
      'container {\n commands = ["sh", "-c", "a"]\n environment_variables = { A = 1 }\n}',
      'app-settings {A: "1"}; A="1" { bash "a" }',
    ],
    [
      'azurerm_container_app',
      'template {\n container {\n command = ["a"]\n args = ["b"]\n dynamic "env" {\n for_each = []\n content {\n name = "A"\n value = 1\n}\n}\n}\n}',
      'app-settings {A: "1"}; A="1" { run "a" "b" }',
    ],
    [
      'azapi_resource',
      'type = "Microsoft.Resources/deploymentScripts@2023-08-01"\n body = {\n kind = "AzureCLI"\n properties = { scriptContent = "az a" }\n}\n identity {\n type = "UserAssigned"\n}',
      'deployment-script {kind: "AzureCLI", identity: {type: "UserAssigned"}}; { bash "az a" }',
    ],
    [
      'azapi_resource',
      'type = "Microsoft.Resources/deploymentScripts@2023-08-01"\n body = {\n kind = var.k\n properties = { scriptContent = "a", environmentVariables = [{ name = "A", value = "1" }] }\n}',
      'deployment-script {kind: input:k}; A="1" { lookup({azurecli: "bash", azurepowershell: "powershell"}, lower(input:k), "") "a" }',
    ],
    [
      'azapi_resource',
      'type = "Microsoft.Automation/automationAccounts/credentials@2024-10-23"\n body = jsonencode({ properties = { userName = "a", password = var.p } })',
      'automation-credential {username: "a", password: input:p}',
    ],
    [
      'azapi_resource',
      'type = "Microsoft.ContainerInstance/containerGroups@2023-05-01"\n body = { properties = { containers = [{ properties = { command = ["a"] } }, { properties = { command = ["b"], environmentVariables = [{ name = "A", value = "1" }] } }] } }',
      '{ run "a" }; app-settings {A: "1"}; A="1" { run "b" }',
    ],
  ])('%s: %s', (type, body, expected) => {
    expect(carried(type, body)).toEqual([`${type}.${N} ${expected} }`]);
  });

  it('says nothing of a resource that carries nothing', () => {
    expect(carried('azurerm_linux_web_app', 'name = "a"')).toEqual([]);
    expect(carried('azurerm_virtual_machine_extension', 'settings = jsonencode({})')).toEqual([]);
    expect(
      carried('azapi_resource', 'type = "Microsoft.Network/virtualNetworks@2024-01-01"'),
    ).toEqual([]);
  });
});
