//! Comments and text that is only printed never become sign-ins, whatever the language; the last line of each file is one.

import { expect, it } from 'vitest';
import { analyseFiles } from './readme/analyse-files.ts';

const LOGIN = 'az login -u ann@contoso.com -p secret';

const FILES: Readonly<Record<string, readonly string[]>> = {
  'a.sh': [
    '#!/bin/bash',
    `# ${LOGIN}`,
    `echo "${LOGIN}"`,
    `printf '%s\\n' '${LOGIN}'`,
    'cat <<USAGE',
    `  ${LOGIN}`,
    'USAGE',
    `: '${LOGIN}'`,
    LOGIN,
  ],
  'b.ps1': [
    `# ${LOGIN}`,
    '<#',
    '.EXAMPLE',
    '  Connect-AzAccount -Credential $c',
    '#>',
    'Write-Host "Connect-AzAccount -Credential $c"',
    `Write-Output '${LOGIN}'`,
    "$usage = @'",
    'Connect-AzAccount -Credential $c',
    "'@",
    'Connect-AzAccount -Credential $c',
  ],
  'c.cmd': [`rem ${LOGIN}`, `:: ${LOGIN}`, `echo ${LOGIN}`, `call ${LOGIN}`],
  Makefile: ['help:', `\t@echo "${LOGIN}"`, `# ${LOGIN}`, 'login:', `\t${LOGIN}`],
  Jenkinsfile: [
    `// ${LOGIN}`,
    '/*',
    ` * sh '${LOGIN}'`,
    ' */',
    `node { echo '${LOGIN}'`,
    `  sh '${LOGIN}' }`,
  ],
  Dockerfile: ['FROM debian', `# RUN ${LOGIN}`, `RUN echo "${LOGIN}"`, `RUN ${LOGIN}`],
  'd.py': [
    'import os',
    '"""',
    `os.system("${LOGIN}")`,
    '"""',
    `# os.system("${LOGIN}")`,
    `print("${LOGIN}")`,
    `os.system("${LOGIN}")`,
  ],
  'e.mjs': [
    "import { execSync } from 'node:child_process';",
    `// execSync('${LOGIN}');`,
    `/* execSync('${LOGIN}'); */`,
    `console.log('${LOGIN}');`,
    `execSync('${LOGIN}');`,
  ],
  'F.cs': [
    'using Azure.Identity;',
    '/// <code>new UsernamePasswordCredential("ann", "secret", "2222", "1111")</code>',
    '// new UsernamePasswordCredential("ann", "secret", "2222", "1111");',
    'System.Console.WriteLine("new UsernamePasswordCredential()");',
    'var credential = new UsernamePasswordCredential("ann", "secret", "2222", "1111");',
  ],
  'G.java': [
    'import com.azure.identity.UsernamePasswordCredentialBuilder;',
    '/** new UsernamePasswordCredentialBuilder().username("ann").password("secret").build() */',
    'class G { void run() {',
    'System.out.println("new UsernamePasswordCredentialBuilder().build()");',
    'new UsernamePasswordCredentialBuilder().clientId("1").username("ann").password("secret").build(); } }',
  ],
  'h.go': [
    'package h',
    'import (',
    '\t"fmt"',
    '\t"os/exec"',
    ')',
    `// exec.Command("sh", "-c", "${LOGIN}").Run()`,
    'func run() {',
    `fmt.Println("${LOGIN}")`,
    `exec.Command("sh", "-c", "${LOGIN}").Run() }`,
  ],
  '.gitlab-ci.yml': [
    'job:',
    '  script:',
    `    # - ${LOGIN}`,
    `    - echo "${LOGIN}"`,
    `    - ${LOGIN}`,
  ],
  'user-data.yml': [
    '#cloud-config',
    'runcmd:',
    `  # - ${LOGIN}`,
    `  - echo "${LOGIN}"`,
    `  - ${LOGIN}`,
  ],
};

it.each(Object.entries(FILES))('%s signs in on its last line only', (path, lines) => {
  const { signIns } = analyseFiles(new Map([[path, `${lines.join('\n')}\n`]]));
  expect([...new Set(signIns.map(it => it.line))]).toEqual([lines.length]);
  expect(signIns.map(it => it.identity)).toContain('user-password');
});
