import { describe, expect, it } from 'vitest';
import type { Effects } from '../../domain/operation.ts';
import { sampleCommand, sampleEnvironment } from '../../domain/sample-call.ts';
import { textOf } from '../../domain/value.ts';
import { terraform } from './terraform.ts';

const read = (line: string): Effects | undefined =>
  terraform.read(sampleCommand(line), sampleEnvironment());

const runOf = (line: string) => {
  const run = read(line)?.runs[0];
  return run?.kind === 'routine' ? run : undefined;
};

describe('terraform', () => {
  it.each([
    ['terraform plan -destroy -out=tfplan', 'terraform plan', 'read', 'plan'],
    ['terraform apply -auto-approve tfplan', 'terraform apply', 'write', 'apply'],
    ['tofu apply', 'tofu apply', 'write', 'apply'],
    ['terraform apply -destroy', 'terraform apply', 'write', 'destroy'],
    ['terraform apply -refresh-only', 'terraform apply', 'read', 'plan'],
    ['/usr/bin/terraform -chdir=infra destroy', 'terraform destroy', 'write', 'destroy'],
    ['terraform init -reconfigure', 'terraform init', 'read', 'init'],
    ['terraform state rm azurerm_x.y', 'terraform state', 'read', 'init'],
    ['terraform workspace select prod', 'terraform workspace', 'read', 'init'],
    ['terraform import a.b id', 'terraform import', 'read', 'import'],
    ['terraform test', 'terraform test', 'unknown', 'plan'],
    ['terraform $command', 'terraform', 'unknown', 'apply'],
  ])('%s', (line, tool, effect, action) => {
    expect(read(line)?.operations).toMatchObject([{ tool, effect, sessions: ['terraform'] }]);
    expect(runOf(line)?.action).toBe(action);
  });

  it.each([
    'terraform validate',
    'terraform workspace show',
    'terraform fmt -check',
    'terraform -version',
    'terraform apply -help',
    'terraform init -backend=false',
    'terraform',
  ])('%s does nothing to Azure', line => {
    expect(read(line)).toEqual({ operations: [], runs: [], closes: [] });
  });

  it('reads the folder, variables and files', () => {
    const line =
      'terraform -chdir=infra plan -var region=westeurope -var=key=$x -var-file prod.tfvars';
    const run = runOf(line);
    expect(run && textOf(run.path)).toBe('infra');
    expect(run?.inputs.get('region')).toMatchObject({ kind: 'known', value: 'westeurope' });
    expect(run?.inputs.get('key')).toMatchObject({ kind: 'unknown' });
    expect(run?.valueFiles.map(textOf)).toEqual(['prod.tfvars']);
  });

  it('tells backend settings from backend files', () => {
    const run = runOf(
      'terraform init -backend-config=use_oidc=true -backend-config=prod.tfbackend',
    );
    expect([...(run?.inputs ?? [])].map(([name, it]) => [name, textOf(it)])).toEqual([
      ['backend.use_oidc', 'true'],
    ]);
    expect(run?.valueFiles.map(textOf)).toEqual(['prod.tfbackend']);
  });

  it.each([
    ['terragrunt apply', 'terragrunt apply', 'terragrunt.hcl', undefined],
    [
      'terragrunt plan --working-dir live/prod',
      'terragrunt plan',
      'live/prod/terragrunt.hcl',
      undefined,
    ],
    [
      'terragrunt run-all apply --terragrunt-non-interactive',
      'terragrunt apply',
      '.',
      'terragrunt.hcl',
    ],
    [
      'terragrunt run --all --working-dir live -- plan -no-color',
      'terragrunt plan',
      'live',
      'terragrunt.hcl',
    ],
    ['terragrunt destroy-all', 'terragrunt destroy', '.', 'terragrunt.hcl'],
    ['terragrunt stack run apply', 'terragrunt apply', '.', 'terragrunt.hcl'],
    [
      'terragrunt apply --terragrunt-config=a.hcl -auto-approve',
      'terragrunt apply',
      'a.hcl',
      undefined,
    ],
  ])('%s', (line, tool, path, everyBelow) => {
    expect(read(line)?.operations).toMatchObject([{ tool, sessions: ['terraform'] }]);
    const run = runOf(line);
    expect(run && [run.type, textOf(run.path)?.replace('./', ''), run.everyBelow]).toEqual([
      'terragrunt-file',
      path,
      everyBelow,
    ]);
  });

  it.each(['terragrunt hclfmt', 'terragrunt run-all validate', 'terragrunt stack generate'])(
    '%s does nothing to Azure',
    line => {
      expect(read(line)).toEqual({ operations: [], runs: [], closes: [] });
    },
  );

  it('is nothing to other commands', () => {
    expect(read('terraspace up')).toBeUndefined();
  });
});
