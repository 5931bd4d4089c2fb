//! A build of an image, by a command or an action: of which file and folder, and what it is called.
//! Sources: https://docs.docker.com/reference/cli/docker/buildx/build/,
//! https://learn.microsoft.com/cli/azure/acr#az-acr-build

import { type Word, wordPrefix, wordText } from '../../domain/call.ts';
import { imageStep } from '../../domain/container-image.ts';
import type { Entry, Expression } from '../../domain/expression.ts';
import { literal } from '../../domain/literal.ts';
import type { Span } from '../../domain/span.ts';
import type { Step } from '../../domain/step.ts';
import { wordExpression } from '../../domain/word-expression.ts';
import { readLine, valuesOf, withoutStart } from './words.ts';

const SWITCHES =
  /^(?:-q|--(?:quiet|no-cache|pull|push|load|rm|force-rm|squash|compress|disable-content-trust|no-logs|no-wait|no-format|debug|verbose|layers|tls-verify|all-platforms)(?:=.*)?)$/;

/** `docker build -t app -f app/Dockerfile .` */
export function buildSteps(words: readonly Word[], at: Span): readonly Step[] {
  const line = readLine(words, SWITCHES, 'all');
  const [context] = line.rest;
  const [file] = valuesOf(line, /^(?:-f|--file)$/);
  const [target] = valuesOf(line, /^--target$/);
  const [registry] = valuesOf(line, /^(?:-r|--registry)$/);
  const names = valuesOf(line, /^(?:-t|--tag|--image)$/);
  // Of an archive or another repository nothing is known here.
  if (!context || /^-$|:\/\/|^git@/.test(wordPrefix(context))) return [];
  return [
    imageStep({
      ...(file ? { file: wordExpression(file) } : {}),
      folder: wordExpression(context),
      ...(target ? { target: wordExpression(target) } : {}),
      arguments: valuesOf(line, /^--build-arg$/).flatMap(argumentOf),
      names: names.map(it => nameIn(it, registry)),
      at,
    }),
  ];
}

/** `az acr build` names the registry by itself. */
function nameIn(name: Word, registry: Word | undefined): Expression {
  if (!registry) return wordExpression(name);
  const { at } = name;
  const host = /\.azurecr\./.test(wordPrefix(registry)) ? '/' : '.azurecr.io/';
  return {
    kind: 'join',
    parts: [wordExpression(registry), literal(host, at), wordExpression(name)],
    at,
  };
}

/** `NAME=value`; a name alone takes the value of the variable. */
export function argumentOf(word: Word): readonly Entry[] {
  const { at } = word;
  const [spelled, name, assigned] = /^([A-Za-z_]\w*)(=)?/.exec(wordPrefix(word)) ?? [];
  if (spelled === undefined || name === undefined) return [];
  if (assigned !== undefined) {
    return [{ name, value: wordExpression(withoutStart(word, spelled.length)), at }];
  }
  const isName = wordText(word) === name;
  return isName ? [{ name, value: { kind: 'reference', space: 'variable', name, at }, at }] : [];
}
