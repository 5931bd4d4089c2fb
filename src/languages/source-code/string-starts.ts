//! How strings begin in each language, and what follows from it.

import type { StringStart } from './profile.ts';
import type { StringManner } from './token.ts';

const ESCAPED: StringManner = { escapes: 'backslash', doublesBraces: false, isBytes: false };
const RAW: StringManner = { escapes: 'none', doublesBraces: false, isBytes: false };
const VERBATIM: StringManner = { escapes: 'doubled-quote', doublesBraces: false, isBytes: false };

const PYTHON = /([bfrtu]{0,2})('''|"""|'|")/iy;

/** Source: https://docs.python.org/3/reference/lexical_analysis.html#string-and-bytes-literals */
export function pythonString(text: string, at: number): StringStart | undefined {
  const [all, prefix = '', quotes = ''] = matchAt(PYTHON, text, at) ?? [];
  if (all === undefined) return undefined;
  const isRaw = /r/i.test(prefix);
  const hasHoles = /[ft]/i.test(prefix);
  return {
    manner: {
      escapes: isRaw ? 'none' : 'backslash',
      doublesBraces: hasHoles,
      isBytes: /b/i.test(prefix),
    },
    from: at + all.length,
    closing: quotes,
    takesMoreQuotes: false,
    spansLines: quotes.length === 3,
    hasBackslashes: true,
    ...(hasHoles ? { holeOpening: '{' } : {}),
  };
}

/** Source: https://tc39.es/ecma262/#sec-ecmascript-language-lexical-grammar */
export function javascriptString(text: string, at: number): StringStart | undefined {
  const quote = text.charAt(at);
  if (quote === '`') return { ...plain('`', at), spansLines: true, holeOpening: '${' };
  return quote === '"' || quote === "'" ? plain(quote, at) : undefined;
}

const JAVA_BLOCK = '"""';

/** Source: https://docs.oracle.com/javase/specs/jls/se21/html/jls-3.html#jls-3.10.6 */
export function javaString(text: string, at: number): StringStart | undefined {
  if (text.startsWith(JAVA_BLOCK, at)) return { ...plain(JAVA_BLOCK, at), spansLines: true };
  const quote = text.charAt(at);
  return quote === '"' || quote === "'" ? plain(quote, at) : undefined;
}

/** Source: https://go.dev/ref/spec#String_literals */
export function goString(text: string, at: number): StringStart | undefined {
  const quote = text.charAt(at);
  if (quote === '`') {
    return { ...plain('`', at), manner: RAW, spansLines: true, hasBackslashes: false };
  }
  return quote === '"' || quote === "'" ? plain(quote, at) : undefined;
}

const CSHARP = /(?:(\$*)("{3,})|(\$?@?|@\$)")/y;

/** Source: https://learn.microsoft.com/dotnet/csharp/language-reference/tokens/raw-string */
export function csharpString(text: string, at: number): StringStart | undefined {
  if (text.charAt(at) === "'") return plain("'", at);
  const [all, dollars = '', quotes, sigil = ''] = matchAt(CSHARP, text, at) ?? [];
  if (all === undefined) return undefined;
  const from = at + all.length;
  if (quotes !== undefined) {
    const raw = { manner: RAW, from, closing: quotes, spansLines: true, hasBackslashes: false };
    const hole = dollars === '' ? {} : { holeOpening: '{'.repeat(dollars.length) };
    return { ...raw, takesMoreQuotes: true, ...hole };
  }
  const isVerbatim = sigil.includes('@');
  const hasHoles = sigil.includes('$');
  return {
    manner: { ...(isVerbatim ? VERBATIM : ESCAPED), doublesBraces: hasHoles },
    from,
    closing: '"',
    takesMoreQuotes: false,
    spansLines: isVerbatim,
    hasBackslashes: !isVerbatim,
    ...(hasHoles ? { holeOpening: '{' } : {}),
  };
}

const plain = (closing: string, at: number): StringStart => ({
  manner: ESCAPED,
  from: at + closing.length,
  closing,
  takesMoreQuotes: false,
  spansLines: false,
  hasBackslashes: true,
});

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
