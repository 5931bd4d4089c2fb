//! The command lines of curl, wget and HTTPie to the request they send.
//! Sources: https://curl.se/docs/manpage.html, https://www.gnu.org/software/wget/manual/wget.html, https://httpie.io/docs/cli

import { type CommandCall, type Word, wordText, wordValue } from './call.ts';
import { type OptionRow, type OptionTable, optionRows, parseCommandLine } from './command-line.ts';
import { type Body, bodyOf, bodyOfText, joinedBodies, patternOf } from './http-fields.ts';
import type { HttpRequest } from './http-request.ts';
import { programName } from './program-name.ts';
import type { Span } from './span.ts';
import { HOLE, textOf, type Value } from './value.ts';

export function readRequestCommand(call: CommandCall): HttpRequest | undefined {
  switch (programName(call)) {
    case 'curl':
      return readCurl(call);
    case 'wget':
      return readWget(call);
    case 'http':
    case 'https':
    case 'xh':
    case 'xhs':
      return readHttpie(call);
    default:
      return undefined;
  }
}

const letters = (valued: string): readonly OptionRow[] => {
  const all = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789#'];
  return optionRows(all.map(it => (valued.includes(it) ? `-${it}` : `!-${it}`)));
};

const CURL: OptionTable = {
  style: 'pflag',
  options: [
    ...optionRows([
      '--data -d',
      '--data-ascii',
      '--data-binary',
      '--data-raw',
      '--data-urlencode',
      '--json',
      '--form -F',
      '--form-string',
      '--request -X',
      '--header -H',
      '--url',
      '!--get -G',
      '!--head -I',
      '--cacert',
      '--cert -E',
      '--connect-timeout',
      '--cookie -b',
      '--key',
      '--max-time -m',
      '--output -o',
      '--proxy -x',
      '--resolve',
      '--retry',
      '--retry-delay',
      '--retry-max-time',
      '--user -u',
      '--user-agent -A',
      '--write-out -w',
    ]),
    ...letters('CDKPQTUYcehrtyz'),
  ],
};

const DATA = ['data', 'data-ascii', 'data-binary', 'data-raw', 'json', 'form', 'form-string'];

function readCurl(call: CommandCall): HttpRequest | undefined {
  const line = parseCommandLine(call.words.slice(1), CURL);
  const values = (name: string): readonly Value<string>[] => line.options.get(name)?.values ?? [];
  const bodies = [
    ...DATA.flatMap(values).map(it => bodyOfData(it, call)),
    ...values('data-urlencode').map(it => bodyOfData(it, call)),
  ];
  const hasBody = bodies.length > 0 && !line.options.has('get');
  const given = values('request').at(-1);
  const usual = line.options.has('head') ? 'HEAD' : hasBody ? 'POST' : 'GET';
  const url = values('url')[0] ?? addressIn([...line.positionals, ...line.opaque]);
  return request(call.at, methodOf(given, usual), url, joinedBodies(bodies), values('header'));
}

/** `@-` is what stands on standard input, `@file` a file, which is not looked into. */
function bodyOfData(value: Value<string>, call: CommandCall): Body {
  const text = textOf(value);
  if (text === '@-' && call.input) return bodyOfText(patternOf(wordValue(call.input)), call.at);
  return text?.startsWith('@') ? bodyOfText(HOLE, call.at) : bodyOf(value);
}

const WGET: OptionTable = {
  style: 'pflag',
  options: [
    ...optionRows(['--post-data', '--body-data', '--header', '--method', '--output-document -O']),
    ...letters('ABDEIPQRTUXaeilotw'),
  ],
};

function readWget(call: CommandCall): HttpRequest | undefined {
  const line = parseCommandLine(call.words.slice(1), WGET);
  const values = (name: string): readonly Value<string>[] => line.options.get(name)?.values ?? [];
  const body = [...values('post-data'), ...values('body-data')].map(bodyOf);
  const method = methodOf(values('method').at(-1), body.length > 0 ? 'POST' : 'GET');
  const url = addressIn([...line.positionals, ...line.opaque]);
  return request(call.at, method, url, joinedBodies(body), values('header'));
}

const HTTPIE: OptionTable = {
  style: 'plain',
  options: optionRows([
    '--auth -a',
    '--auth-type -A',
    '--raw',
    '--output -o',
    '--timeout',
    '--verify',
  ]),
};

/** `http --form POST ADDRESS name=value name:=json name==query Header:value` */
function readHttpie(call: CommandCall): HttpRequest | undefined {
  const { positionals, opaque, options } = parseCommandLine(call.words.slice(1), HTTPIE);
  const [first, ...others] = positionals;
  const verb = first && /^[A-Za-z]+$/.exec(wordText(first) ?? '')?.[0].toUpperCase();
  const items = verb ? others : positionals;
  const address = items[0] ?? opaque[0];
  const texts = items.slice(1).map(it => ({ text: patternOf(wordValue(it)), at: it.at }));
  const fields = texts.flatMap(({ text, at }) => {
    const [, name, value = ''] = /^([\w.-]+)(?::=|==|=)([\s\S]*)$/.exec(text) ?? [];
    return name === undefined ? [] : [bodyOfText(`${name}=${encodeURIComponent(value)}`, at)];
  });
  const raw = (options.get('raw')?.values ?? []).map(bodyOf);
  const headers = texts.flatMap(({ text }) => (/^[\w-]+:(?!=)/.test(text) ? [text] : []));
  const url = address && wordValue(address);
  const isSent = fields.length > 0 || raw.length > 0;
  const body = joinedBodies([...fields, ...raw]);
  const sent = request(call.at, verb ?? (isSent ? 'POST' : 'GET'), url, body, []);
  return sent && { ...sent, headers };
}

const methodOf = (given: Value<string> | undefined, usual: string): string =>
  given ? (textOf(given)?.toUpperCase() ?? '') : usual;

/** Of several words that may be one, the one that looks most like an address. */
function addressIn(words: readonly Word[]): Value<string> | undefined {
  const values = words.map(it => wordValue(it));
  return (
    values.find(it => /:\/\/|^[\w.-]+\.\w+\//.test(patternOf(it))) ??
    values.find(it => patternOf(it).startsWith(HOLE)) ??
    values[0]
  );
}

function request(
  at: Span,
  method: string,
  address: Value<string> | undefined,
  body: Body,
  headers: readonly Value<string>[],
): HttpRequest | undefined {
  if (!address) return undefined;
  const [url = '', query = ''] = patternOf(address).split('?');
  const all = joinedBodies([bodyOfText(query, at), body]);
  return { method, url, fields: all.fields, isOpen: body.isOpen, headers: headers.map(patternOf) };
}
