import { describe, expect, it } from 'vitest';
import type { Effects } from '../../domain/operation.ts';
import { sampleCommand, sampleEnvironment } from '../../domain/sample-call.ts';
import { textOf } from '../../domain/value.ts';
import { az } from './az.ts';

const read = (line: string, variables: Readonly<Record<string, string>> = {}) =>
  az.read(sampleCommand(line), sampleEnvironment(variables));

/** `effect audience` of each operation. */
const told = (effects: Effects | undefined): readonly string[] | undefined =>
  effects?.operations.map(it => `${it.effect} ${it.audience}`);

describe('az', () => {
  it.each([
    ['az group list -o table', 'read arm'],
    ['az group create -n rg -l westeurope', 'write arm'],
    ['az vm run-command list -g rg', 'read arm'],
    ['az storage account keys list -n x', 'read arm'],
    ['az webapp config appsettings set --settings A=1', 'write arm'],
    ['az functionapp deployment source config-zip --src a.zip', 'write arm'],
    ['az aks get-credentials -n aks', 'read arm'],
    ['az frobnicate', 'unknown arm'],
    ['az vm $ACTION -n x', 'unknown arm'],
    ['az group create $ARGS', 'write arm'],
    ['az $COMMAND', 'unknown unknown'],
    ['az ad app list', 'read microsoft-graph'],
    ['az ad user create --display-name x', 'write microsoft-graph'],
    ['az ad ds create', 'write arm'],
    ['az pipelines run --id 1', 'write azure-devops'],
    ['az keyvault secret show --name x', 'read key-vault'],
    ['az keyvault create -n x', 'write arm'],
    ['az acr login -n x', 'read container-registry'],
    ['az acr build -r x .', 'write arm'],
    ['az bicep publish --file main.bicep --target br:x', 'write container-registry'],
    ['az storage blob upload --auth-mode login -f a', 'write storage'],
    ['az storage share-rm create -n x', 'write arm'],
    ['az rest --url https://graph.microsoft.com/v1.0/me', 'read microsoft-graph'],
    ['az rest --method put --uri https://management.azure.com/x$y', 'write arm'],
    ['az rest -m PATCH -u /subscriptions/1', 'write arm'],
    ['az rest --method post --url $URL', 'unknown unknown'],
    ['az account get-access-token', 'read arm'],
    ['az account get-access-token --resource https://database.windows.net/', 'read sql'],
    ['az account get-access-token --resource-type ms-graph', 'read microsoft-graph'],
    [
      'az account get-access-token --resource 499b84ac-1321-427f-aa17-267ca6975798',
      'read azure-devops',
    ],
    ['az deployment group what-if -f main.bicep', 'read arm'],
    ['az monitor log-analytics query -w x', 'read other'],
    ['C:\\tools\\az.cmd group delete -n rg', 'write arm'],
  ])('%s: %s', (line, expected) => {
    expect(told(read(line))).toEqual([expected]);
  });

  it.each([
    'az --version',
    'az version',
    'az --debug',
    'az group create --help',
    'az account show',
    'az account set -s x',
    'az config set core.output=table',
    'az extension add --name azure-devops',
    'az bicep build --file main.bicep',
    'az acr login -n x -u admin -p secret',
    'az storage blob list --account-key x',
    'az storage blob list --sas-token=x',
    'az rest --url https://management.azure.com/x --headers "Authorization=Bearer $T"',
  ])('%s needs no session', line => {
    expect(told(read(line))).toEqual([]);
  });

  it.each([
    ['az vm start -n x -g y', true],
    ['az vm deallocate --ids $IDS', true],
    ['az vm run-command invoke -n x --command-id RunShellScript', true],
    ['az provider register -n Microsoft.Web', true],
    ['az webapp deployment slot swap -n x --slot y', true],
    ['az storage account keys renew -n x', true],
    ['az redis regenerate-keys -n x', true],
    ['az rest --method POST --url https://management.azure.com/x', true],
    ['az vm run-command create -n x', undefined],
    ['az aks nodepool stop -n x', undefined],
    ['az group create -n x', undefined],
    ['az webapp config appsettings set --settings A=1', undefined],
    ['az pipelines run --id 1', undefined],
    ['az rest --method put --url https://management.azure.com/x', undefined],
  ])('%s posts an action: %s', (line, isAction) => {
    expect(read(line)?.operations.map(it => it.isAction)).toEqual([isAction]);
  });

  it('leaves `az login` and other programs to others', () => {
    expect(read('az login --identity')).toBeUndefined();
    expect(read('az login extra')).toBeUndefined();
    expect(read('azd up')).toBeUndefined();
  });

  it('looks up a key that nobody gives', () => {
    expect(read('az storage blob upload --account-name x -f a')?.operations).toMatchObject([
      { tool: 'az storage blob upload (key lookup)', effect: 'read', audience: 'arm' },
      { tool: 'az storage blob upload', effect: 'write', audience: 'storage' },
    ]);
  });

  it('takes keys and tokens from the environment', () => {
    expect(told(read('az storage blob list', { AZURE_STORAGE_KEY: '$k' }))).toEqual([]);
    expect(told(read('az storage blob list', { AZURE_STORAGE_AUTH_MODE: 'login' }))).toEqual([
      'read storage',
    ]);
    expect(told(read('az pipelines run', { AZURE_DEVOPS_EXT_PAT: '$t' }))).toEqual([]);
  });

  it('makes an assignment too when a principal gets a role', () => {
    expect(told(read('az ad sp create-for-rbac --role Contributor --scopes /x'))).toEqual([
      'write microsoft-graph',
      'write arm',
    ]);
  });

  it('closes the session, and selects a cloud', () => {
    expect(read('az logout')?.closes).toEqual(['azure-cli']);
    expect(read('az account clear')?.closes).toEqual(['azure-cli']);
    expect(read('az cloud set --name AzureUSGovernment')?.cloud).toBe('us-government');
  });

  it('follows the Bicep file of a deployment', () => {
    const line =
      'az deployment group create -g rg --template-file main.bicep -p a=1 b=$x @prod.json';
    const [run] = read(line)?.runs ?? [];
    expect(run).toMatchObject({ kind: 'routine', type: 'bicep-file', action: 'create' });
    if (run?.kind !== 'routine') return;
    expect(textOf(run.path)).toBe('main.bicep');
    expect([...run.inputs.keys()]).toEqual(['a', 'b']);
    expect(run.valueFiles.map(textOf)).toEqual(['prod.json']);
  });

  it('follows a parameter file that stands alone', () => {
    const [run] = read('az deployment sub create -l x -p main.bicepparam')?.runs ?? [];
    expect(run?.kind === 'routine' && textOf(run.path)).toBe('main.bicepparam');
  });

  it.each([
    ['az vm run-command invoke --command-id RunShellScript --scripts "az login -i"', 'bash'],
    ['az vm run-command invoke --command-id RunPowerShellScript --scripts "x y"', 'powershell'],
    ['az container create --command-line "az login -i"', 'bash'],
    ['az aks command invoke -c "kubectl get pods"', 'bash'],
  ])('%s runs %s elsewhere', (line, language) => {
    const [run] = read(line)?.runs ?? [];
    expect(run).toMatchObject({ kind: 'script', language, session: 'machine' });
    const source = run?.kind === 'script' ? run.source : undefined;
    expect(source?.kind === 'known' && source.region?.segments[0]?.host).toBe(
      line.indexOf('"') + 1,
    );
  });

  it.each([
    ['az vm run-command invoke --scripts @setup.sh', 'setup.sh'],
    ['az vm create -n vm --custom-data infra/start.sh', 'infra/start.sh'],
    ['az vm create -n vm --custom-data @start.sh', 'start.sh'],
    ['az deployment-scripts create --kind AzureCLI --script-content seed.sh', 'seed.sh'],
  ])('%s runs a file elsewhere', (line, path) => {
    const [run, ...others] = read(line)?.runs ?? [];
    expect(others).toEqual([]);
    expect(run).toMatchObject({ kind: 'routine', type: 'script', action: '' });
    expect(run?.kind === 'routine' && textOf(run.path)).toBe(path);
  });

  it.each([
    'az vm extension set --settings @settings.json',
    'az vm create --custom-data "#cloud-config x"',
  ])('%s runs nothing that can be read', line => {
    expect(read(line)?.runs).toEqual([]);
  });

  it('finds the command in the settings of an extension', () => {
    const call = sampleCommand('az vm extension set -n customScript --settings x');
    const at = { path: 'deploy.sh', start: 0, end: 1 };
    const text = '{"commandToExecute": "az login -u \\"$U\\""}';
    const settings = { parts: [{ kind: 'text' as const, text }], splits: false, at };
    const words = [...call.words.slice(0, -1), settings];
    const [run] = az.read({ ...call, words }, sampleEnvironment())?.runs ?? [];
    expect(run?.kind === 'script' && textOf(run.source)).toBe('az login -u "$U"');
  });
});
