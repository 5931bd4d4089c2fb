import { expect, it } from 'vitest';
import { homeBehind } from './session-folder.ts';

it.each([
  ['sudo az login', '/root'],
  ['sudo -E az login', undefined],
  ['sudo -nE az login', undefined],
  ['sudo -EH az login', '/root'],
  ['sudo --preserve-env az login', undefined],
  ['sudo --preserve-env=ARM_CLIENT_ID az login', '/root'],
  ['sudo --preserve-env=PATH,HOME az login', undefined],
  ['sudo -u deploy az login', '/home/deploy'],
  ['sudo -niu deploy az login', '/home/deploy'],
  ['sudo --user=deploy -H az login', '/home/deploy'],
  ['sudo -g adm -- az -E', '/root'],
  ['doas az login', '/root'],
  ['su -c az', '/root'],
  ['su - deploy -c az', '/home/deploy'],
  ['su -c az deploy', '/home/deploy'],
  ['env az login', undefined],
])('%s: %s', (line, home) => {
  const words = line.split(' ');
  expect(homeBehind(words[0] ?? '', words)).toBe(home);
});
