//! The action as a runner starts it: a process with inputs in its environment.

import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';

const ACTION = fileURLToPath(new URL('action.ts', import.meta.url));

const deploy = (name: string): string => `on: push
jobs:
  ${name}:
    runs-on: ubuntu-latest
    steps:
      - run: az login --username deploy@contoso.com --password "$PASSWORD"
      - run: az group create --name app --location westeurope
`;

const WORKFLOWS = {
  '.github/workflows/a.yml': deploy('first'),
  '.github/workflows/b.yml': deploy('second'),
};

interface Run {
  readonly code: number | null;
  readonly lines: readonly string[];
  readonly outputs: string;
  readonly summary: string;
}

async function run(
  workspace: string,
  inputs: Readonly<Record<string, string>>,
  environment: Readonly<Record<string, string>> = {},
): Promise<Run> {
  const runner = temporaryFolder({ outputs: '', summary: '' });
  const given = Object.entries(inputs).map(([name, value]) => [
    `INPUT_${name.toUpperCase()}`,
    value,
  ]);
  const child = spawn(process.execPath, [ACTION], {
    cwd: workspace,
    env: {
      GITHUB_WORKSPACE: workspace,
      GITHUB_OUTPUT: join(runner, 'outputs'),
      GITHUB_STEP_SUMMARY: join(runner, 'summary'),
      ...Object.fromEntries(given),
      ...environment,
    },
  });
  let out = '';
  child.stdout.on('data', (text: Buffer) => (out += text.toString()));
  const code = await new Promise<number | null>(resolve => child.on('close', resolve));
  return {
    code,
    lines: out.split('\n').filter(it => it !== ''),
    outputs: readFileSync(join(runner, 'outputs'), 'utf8').replace(/ghadelimiter_[\w-]+/g, '|'),
    summary: readFileSync(join(runner, 'summary'), 'utf8'),
  };
}

test('Findings are marked, counted, summed up and fail the step, in this order', async () => {
  const { code, lines, outputs, summary } = await run(temporaryFolder(WORKFLOWS), {});
  expect(code).toBe(1);
  expect(lines[0]).toMatch(/^::error file=\.github\/workflows\/a\.yml,line=6,/);
  expect(lines.at(-1)).toBe('::error::2 findings are at or above `fail-on: error`');
  expect(outputs).toContain('findings-count<<|\n2\n|');
  expect(outputs).toContain('sign-ins-count<<|\n2\n|');
  expect(summary).toContain('.github/workflows/a.yml:6');
});

test('`fail-on: never` marks, and passes', async () => {
  const { code, lines } = await run(temporaryFolder(WORKFLOWS), { 'fail-on': 'never' });
  expect(code).toBe(0);
  expect(lines).toHaveLength(2);
});

test('Files are written where the workflow asks for them', async () => {
  const workspace = temporaryFolder(WORKFLOWS);
  const files = { 'sarif-file': 'out/report.sarif', 'json-file': 'report.json' };
  const { outputs } = await run(workspace, files);
  expect(outputs).toContain('sarif-file<<|\nout/report.sarif\n|');
  const sarif: unknown = JSON.parse(readFileSync(join(workspace, 'out/report.sarif'), 'utf8'));
  expect(sarif).toMatchObject({ version: '2.1.0' });
  const report: unknown = JSON.parse(readFileSync(join(workspace, 'report.json'), 'utf8'));
  expect(report).toMatchObject({ schema: 1 });
});

test('Only `path` is scanned; paths stay those of the repository', async () => {
  const workspace = temporaryFolder(WORKFLOWS);
  const { lines } = await run(workspace, { path: '.github/workflows/b.yml' });
  expect(lines[0]).toContain('file=.github/workflows/b.yml,');
  expect(lines).toHaveLength(2);
});

test('A checkout in a folder of the workspace is a repository of its own', async () => {
  const workspace = temporaryFolder({
    'app/.git/HEAD': '',
    'app/.github/workflows/a.yml': deploy('first'),
  });
  const { lines } = await run(workspace, { path: 'app' });
  expect(lines[0]).toContain('file=.github/workflows/a.yml,');
});

test.each([
  { inputs: { path: 'nowhere' }, line: '::error::there is no file or folder `nowhere`' },
  {
    inputs: { 'fail-on': 'warn' },
    line: '::error::`fail-on` is `warn`; it can be `error`, `warning`, `notice` or `never`',
  },
  {
    inputs: { 'json-file': '.' },
    line: '::error::`json-file` is `.`, which cannot be written: it is a folder',
  },
])('$inputs is a mistake in the workflow, told in one sentence', async ({ inputs, line }) => {
  const { code, lines } = await run(temporaryFolder({}), inputs);
  expect(code).toBe(1);
  expect(lines.at(-1)).toBe(line);
});

test('A file that cannot be written does not hide the verdict', async () => {
  const inputs = { 'json-file': '.', 'sarif-file': 'a.sarif' };
  const { code, lines, outputs } = await run(temporaryFolder(WORKFLOWS), inputs);
  expect(code).toBe(1);
  expect(lines.slice(-2)).toEqual([
    '::error::`json-file` is `.`, which cannot be written: it is a folder',
    '::error::2 findings are at or above `fail-on: error`',
  ]);
  expect(outputs).toContain('sarif-file<<|');
  expect(outputs).not.toContain('json-file<<|');
});

test('A path where nothing is read is told', async () => {
  const { code, lines } = await run(temporaryFolder({ 'docs/a.md': '' }), { path: 'docs' });
  expect(lines[0]).toMatch(/^::warning::nothing here is a kind of file/);
  expect(code).toBe(0);
});

test('A finding whose text is a workflow command runs no command', async () => {
  const name = '.github/workflows/%0A::set-output name=x::1.yml';
  const { lines } = await run(temporaryFolder({ [name]: deploy('first') }), {});
  expect(lines.every(it => it.startsWith('::error '))).toBe(false);
  expect(lines.filter(it => it.startsWith('::set-output'))).toEqual([]);
  expect(lines).toHaveLength(2);
});

/** What a runner tells of a pull request, with GitHub played by `answer`. */
async function pullRequest(
  status: number,
  answer: unknown,
): Promise<{ readonly environment: Record<string, string>; readonly requests: string[] }> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
  });
  const address: AddressInfo | string | null = server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  const event = join(temporaryFolder({}), 'event.json');
  writeFileSync(event, JSON.stringify({ pull_request: { number: 7 } }));
  const environment = {
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_EVENT_PATH: event,
    GITHUB_REPOSITORY: 'contoso/app',
    GITHUB_API_URL: `http://127.0.0.1:${port}`,
  };
  return { environment, requests };
}

test('Files of the pull request are marked first', async () => {
  const files = [{ filename: '.github/workflows/b.yml' }];
  const { environment, requests } = await pullRequest(200, files);
  const { lines } = await run(temporaryFolder(WORKFLOWS), { token: '1111' }, environment);
  expect(requests).toEqual(['GET /repos/contoso/app/pulls/7/files?per_page=100']);
  expect(lines[0]).toContain('file=.github/workflows/b.yml,');
  expect(lines[1]).toContain('file=.github/workflows/a.yml,');
});

test('When GitHub refuses, one line says so, and the verdict is the same', async () => {
  const { environment } = await pullRequest(403, { message: 'Resource not accessible' });
  const { code, lines } = await run(temporaryFolder(WORKFLOWS), { token: '1111' }, environment);
  expect(code).toBe(1);
  expect(lines[0]).toBe(
    'The files of this pull request are not known (GitHub answers 403): findings come by severity alone.',
  );
  expect(lines.at(-1)).toBe('::error::2 findings are at or above `fail-on: error`');
});

test('Without a token nothing is asked of the network', async () => {
  const { environment, requests } = await pullRequest(200, []);
  await run(temporaryFolder(WORKFLOWS), {}, environment);
  expect(requests).toEqual([]);
});

/** A checkout of a pull request that adds the second workflow to the first. */
function addedWorkflow() {
  const workspace = temporaryFolder({});
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-C', workspace, ...WHO, ...args], { encoding: 'utf8' }).trim();
  const commit = (path: string, name: string): string => {
    mkdirSync(join(workspace, '.github/workflows'), { recursive: true });
    writeFileSync(join(workspace, path), deploy(name));
    git('add', '-A');
    git('commit', '-q', '-m', name);
    return git('rev-parse', 'HEAD');
  };
  git('init', '-q', '-b', 'main');
  const base = commit('.github/workflows/a.yml', 'first');
  const head = commit('.github/workflows/b.yml', 'second');
  const side = (sha: string) => ({ sha, repo: { full_name: 'contoso/app' } });
  const event = { pull_request: { number: 7, head: side(head), base: side(base) } };
  const folder = temporaryFolder({ 'event.json': JSON.stringify(event) });
  return {
    workspace,
    environment: {
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_EVENT_PATH: join(folder, 'event.json'),
    },
  };
}

const WHO = ['-c', 'user.name=Ann', '-c', 'user.email=ann@contoso.com'];

test('On a pull request only what it brings counts', async () => {
  const { workspace, environment } = addedWorkflow();
  const { code, lines, outputs } = await run(workspace, {}, environment);
  expect(code).toBe(1);
  expect(lines).toHaveLength(2);
  expect(lines[0]).toContain('file=.github/workflows/b.yml,');
  expect(outputs).toContain('findings-count<<|\n1\n|');
});

test('`scope: all` counts the rest as well', async () => {
  const { workspace, environment } = addedWorkflow();
  const { lines } = await run(workspace, { scope: 'all' }, environment);
  expect(lines.at(-1)).toBe('::error::2 findings are at or above `fail-on: error`');
});

test('Without a commit to compare with everything counts, and that is said', async () => {
  const { code, lines } = await run(temporaryFolder(WORKFLOWS), { scope: 'new' });
  expect(code).toBe(1);
  expect(lines[0]).toBe('There is no commit to compare with: every finding counts.');
  expect(lines).toHaveLength(4);
});
