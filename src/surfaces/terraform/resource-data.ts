//! Which arguments of which resources hold a script, a command, settings or a credential. A new resource is one row.
//! Source: https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs

import type { Role } from './carrier.ts';

export interface ResourceRow {
  readonly resource: string;
  /** Types of the blocks that lead to what belongs together, from the resource down: `template.container`. */
  readonly block?: string;
  readonly holds: readonly Holding[];
  /** The kind of a deployment script, which the service signs in with the resource's `identity` block. */
  readonly deploymentScript?: 'AzureCLI' | 'AzurePowerShell';
}

export type Holding =
  /** An argument, below more block types: `source.script`. */
  | {
      readonly kind: 'argument';
      readonly path: string;
      readonly role: Role;
      readonly language?: string;
      /** The argument beside it that names the language. */
      readonly languageBy?: { readonly argument: string; readonly languages: LanguageNames };
    }
  /** Blocks of one `name` and a value each: `env`. */
  | { readonly kind: 'named-blocks'; readonly type: string }
  /** JSON text or an object whose members are what matters. */
  | { readonly kind: 'json'; readonly path: string; readonly members: readonly JsonMember[] };

/** What the argument's value begins with, and the language that means. */
export type LanguageNames = readonly (readonly [string, string])[];

export interface JsonMember {
  readonly name: string;
  readonly role: Role;
  readonly language?: string;
}

const argument = (path: string, role: Role, language?: string): Holding => ({
  kind: 'argument',
  path,
  role,
  ...(language === undefined ? {} : { language }),
});

const SETTINGS = argument('app_settings', 'settings');
const START_COMMAND = argument('site_config.app_command_line', 'command-line', 'bash');
const USER_DATA = argument('user_data', 'base64-script');
const CUSTOM_DATA = argument('custom_data', 'base64-script');

/** `commandToExecute` is a line for `sh`, or for `cmd` on Windows; read as `sh`, which knows the words of both. */
const EXTENSION_MEMBERS: readonly JsonMember[] = [
  { name: 'commandToExecute', role: 'command-line', language: 'bash' },
  { name: 'script', role: 'base64-script', language: 'bash' },
];

const EXTENSION: readonly Holding[] = [
  { kind: 'json', path: 'settings', members: EXTENSION_MEMBERS },
  { kind: 'json', path: 'protected_settings', members: EXTENSION_MEMBERS },
];

const RUNBOOK_LANGUAGES: LanguageNames = [
  ['Python', 'python'],
  ['', 'powershell'],
];

const CONTENT_LANGUAGES: LanguageNames = [
  ['text/x-shellscript', 'bash'],
  ['text/cloud-config', 'cloud-config'],
];

const MACHINES: readonly string[] = [
  'azurerm_linux_virtual_machine',
  'azurerm_windows_virtual_machine',
  'azurerm_linux_virtual_machine_scale_set',
  'azurerm_windows_virtual_machine_scale_set',
];

const APPS: readonly string[] = [
  'azurerm_app_service',
  'azurerm_app_service_slot',
  'azurerm_function_app',
  'azurerm_function_app_slot',
  'azurerm_function_app_flex_consumption',
  'azurerm_linux_function_app',
  'azurerm_linux_function_app_slot',
  'azurerm_linux_web_app',
  'azurerm_linux_web_app_slot',
  'azurerm_logic_app_standard',
  'azurerm_static_web_app',
  'azurerm_windows_function_app',
  'azurerm_windows_function_app_slot',
  'azurerm_windows_web_app',
  'azurerm_windows_web_app_slot',
];

const EXTENSIONS: readonly string[] = [
  'azurerm_arc_machine_extension',
  'azurerm_virtual_machine_extension',
  'azurerm_virtual_machine_scale_set_extension',
];

const CONTAINER_GROUP: readonly Holding[] = [
  argument('commands', 'command'),
  argument('environment_variables', 'settings'),
  argument('secure_environment_variables', 'settings'),
];

const CONTAINER_APP: readonly Holding[] = [
  argument('command', 'command'),
  argument('args', 'arguments'),
  { kind: 'named-blocks', type: 'env' },
];

const deployment = (language: string): readonly Holding[] => [
  argument('script_content', 'script', language),
  argument('command_line', 'script-arguments'),
  { kind: 'named-blocks', type: 'environment_variable' },
];

const rows = (
  resources: readonly string[],
  holds: readonly Holding[],
  block?: string,
): readonly ResourceRow[] =>
  resources.map(resource => ({ resource, holds, ...(block === undefined ? {} : { block }) }));

export const RESOURCES: readonly ResourceRow[] = [
  {
    resource: 'azurerm_resource_deployment_script_azure_cli',
    holds: deployment('bash'),
    deploymentScript: 'AzureCLI',
  },
  {
    resource: 'azurerm_resource_deployment_script_azure_power_shell',
    holds: deployment('powershell'),
    deploymentScript: 'AzurePowerShell',
  },
  ...rows(['azurerm_virtual_machine_run_command'], [argument('source.script', 'script')]),
  ...rows(EXTENSIONS, EXTENSION),
  ...rows(MACHINES, [CUSTOM_DATA, USER_DATA]),
  ...rows(MACHINES, EXTENSION, 'extension'),
  ...rows(
    ['azurerm_orchestrated_virtual_machine_scale_set'],
    [
      argument('user_data_base64', 'base64-script'),
      argument('os_profile.custom_data', 'base64-script'),
    ],
  ),
  ...rows(['azurerm_orchestrated_virtual_machine_scale_set'], EXTENSION, 'extension'),
  ...rows(['azurerm_virtual_machine'], [argument('os_profile.custom_data', 'script')]),
  {
    resource: 'azurerm_automation_runbook',
    holds: [
      {
        kind: 'argument',
        path: 'content',
        role: 'script',
        languageBy: { argument: 'runbook_type', languages: RUNBOOK_LANGUAGES },
      },
    ],
  },
  ...rows(
    ['azurerm_automation_credential'],
    [argument('username', 'username'), argument('password', 'password')],
  ),
  ...rows(APPS, [SETTINGS, START_COMMAND]),
  ...rows(['azurerm_container_group'], CONTAINER_GROUP, 'container'),
  ...rows(['azurerm_container_group'], CONTAINER_GROUP, 'init_container'),
  ...rows(
    ['azurerm_container_app', 'azurerm_container_app_job'],
    CONTAINER_APP,
    'template.container',
  ),
  ...rows(
    ['azurerm_container_app', 'azurerm_container_app_job'],
    CONTAINER_APP,
    'template.init_container',
  ),
  ...rows(
    ['azurerm_batch_pool'],
    [
      argument('command_line', 'command-line', 'bash'),
      argument('common_environment_properties', 'settings'),
    ],
    'start_task',
  ),
  ...rows(
    ['azurerm_container_registry_task'],
    [argument('encoded_step.task_content', 'base64-script', 'acr-task')],
  ),
  {
    resource: 'cloudinit_config',
    block: 'part',
    holds: [
      {
        kind: 'argument',
        path: 'content',
        role: 'script',
        languageBy: { argument: 'content_type', languages: CONTENT_LANGUAGES },
      },
    ],
  },
];
