#!/usr/bin/env node
import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  NOTHING_READ,
  UsageError,
  VERSION,
  annotations,
  counted,
  didYouMean,
  failOnOf,
  failing,
  isNothingRead,
  json,
  lineText,
  oneOf,
  readmeOf,
  registry_gen_exports,
  sarif,
  scan,
  scanRoots,
  summary,
  unitNames,
  visible,
  whyNot
} from "./engine.js";
import "./chunk.js";

// src/hosts/cli.ts
import { performance } from "node:perf_hooks";

// src/hosts/command.ts
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";

// src/report/frame.ts
var LINES_MAX = 3;
var LINE_CHARACTERS_MAX = 160;
var CHARACTERS_BEFORE_MAX = 60;
var TAB = "    ";
var MASK = "***";
var REFERENCE = /^"?(?:\$[A-Z_][A-Z0-9_]*|\$\{\w+\}|\$\{\{[^}]*\}\}|\$\([\w.-]+\))"?$/;
var ZERO_WIDTH = /^[\p{M}\p{Cf}]$/u;
var DOUBLE_WIDTH = new RegExp("^(?:\\p{Script=Han}|\\p{Script=Hiragana}|\\p{Script=Katakana}|\\p{Script=Hangul}|\\p{Emoji_Presentation}|[\\uff01-\\uff60\\u3000-\\u303e])$", "u");
function frameOf(report, place) {
  const source = report.sources.get(place.path);
  if (!source) return [];
  const last = place.endColumn === 1 ? Math.max(place.line, place.endLine - 1) : place.endLine;
  const shown = Math.min(last, place.line + LINES_MAX - 1);
  const gutter = String(shown).length;
  const lines = [];
  for (let line = place.line; line <= shown; line += 1) {
    const text2 = lineText(source, line);
    const marked = markedOf(place, line, text2);
    const { code, carets } = drawn(text2, marked, secretsIn(report, source, line));
    lines.push(`${String(line).padStart(gutter)} | ${code}`.trimEnd());
    if (carets) lines.push(`${" ".repeat(gutter)} | ${carets}`);
  }
  if (last > shown) lines.push(`${" ".repeat(gutter)} | … to line ${last}`);
  return lines;
}
function markedOf(place, line, text2) {
  const start = line === place.line ? place.column - 1 : text2.length - text2.trimStart().length;
  const end = line === place.endLine ? place.endColumn - 1 : text2.length;
  return { start, end: Math.min(Math.max(end, start), text2.length) };
}
function secretsIn(report, source, line) {
  const base = source.lineStarts[line - 1] ?? source.text.length;
  return (report.secrets ?? []).filter((it) => it.path === source.path).filter((it) => !REFERENCE.test(source.text.slice(it.start, it.end))).map((it) => ({ start: it.start - base, end: it.end - base }));
}
function drawn(text2, marked, secrets) {
  const window = windowOf(text2, marked.start);
  let code = window.start > 0 ? "…" : "";
  let carets = window.start > 0 ? " " : "";
  let offset = window.start;
  for (const character of text2.slice(window.start, window.end)) {
    const shown = shownAs(character, offset, window.start, secrets);
    code += shown;
    if (offset < marked.end) {
      carets += (offset >= marked.start ? "^" : " ").repeat(widthOf(shown));
    }
    offset += character.length;
  }
  if (window.end < text2.length) code += "…";
  const isEmpty = marked.start === marked.end;
  return { code, carets: isEmpty ? `${widened(carets, code, marked, window)}^` : carets.trimEnd() };
}
var widened = (carets, code, marked, window) => marked.start >= window.end ? " ".repeat(widthOf(code)) : carets;
function shownAs(character, offset, first, secrets) {
  const secret = secrets.find((it) => offset >= it.start && offset < it.end);
  if (secret) return offset === Math.max(secret.start, first) ? MASK : "";
  return character === "	" ? TAB : visible(character);
}
function windowOf(text2, start) {
  if (text2.length <= LINE_CHARACTERS_MAX) return { start: 0, end: text2.length };
  const from = Math.max(0, Math.min(start - CHARACTERS_BEFORE_MAX, text2.length));
  return {
    start: wholeAt(text2, from),
    end: wholeAt(text2, Math.min(text2.length, from + LINE_CHARACTERS_MAX))
  };
}
var wholeAt = (text2, offset) => /[\udc00-\udfff]/.test(text2.charAt(offset)) && /[\ud800-\udbff]/.test(text2.charAt(offset - 1)) ? offset - 1 : offset;
function widthOf(text2) {
  let width = 0;
  for (const character of text2) {
    if (DOUBLE_WIDTH.test(character)) width += 2;
    else if (!ZERO_WIDTH.test(character)) width += 1;
  }
  return width;
}

// src/report/text.ts
var text = {
  id: "text",
  print(report, options) {
    const parts = [framesOf(report, options), problemsOf(report), `${countsOf(report)}
`];
    return parts.filter((part) => part !== "").join("\n");
  }
};
function framesOf(report, options) {
  const paint = options.color ? painted : plain;
  return report.findings.map((finding) => findingFrame(report, finding, paint)).join("\n");
}
var CODES = { bold: 1, dim: 2, red: 31, yellow: 33, blue: 34 };
var COLOURS = {
  error: "red",
  warning: "yellow",
  notice: "blue"
};
var plain = (_colour, text2) => text2;
var painted = (colour, text2) => `\x1B[${CODES[colour]}m${text2}\x1B[0m`;
function findingFrame(report, finding, paint) {
  const colour = COLOURS[finding.severity];
  const where = paint("bold", placeText(finding));
  const severity = paint(colour, `${finding.severity}:`);
  const rule = finding.confidence === "certain" ? finding.rule : `${finding.rule}, ${finding.confidence}`;
  const frame = frameOf(report, finding).map(
    (line) => /^ *\| +\^+$/.test(line) ? paint(colour, line) : line
  );
  const because = finding.because.map(
    (link) => `because: ${paint("dim", placeText(link))}: ${visible(link.message)}`
  );
  const fixes = finding.fixes.map((fix) => `fix: ${visible(fix.title)}`);
  const body = [...frame, ...because, ...fixes].map((line) => `  ${line}
`).join("");
  return `${where}: ${severity} ${visible(finding.message)} [${visible(rule)}]
${body}`;
}
var placeText = (place) => `${visible(place.path)}:${place.line}:${place.column}`;
var problemsOf = (report) => report.problems.map((it) => `${visible(it.path)}:${it.line}: not understood: ${visible(it.message)}
`).join("");
function countsOf(report) {
  const { summary: summary2 } = report;
  const signIns = counted(report.signIns.length, "sign-in") + detailOf(summary2.signIns);
  const findings = counted(report.findings.length, "finding") + detailOf(summary2.findings);
  return [
    `${counted(summary2.scanned, "file")} read of ${summary2.files}`,
    signIns,
    findings,
    counted(report.problems.length, "problem"),
    `${Math.round(summary2.durationMs)} ms`
  ].join("; ");
}
function detailOf(counts) {
  const given = Object.entries(counts).filter(([, count]) => count > 0);
  if (given.length === 0) return "";
  return ` (${given.map(([name, count]) => `${count} ${visible(name)}`).join(", ")})`;
}

// src/hosts/formats.gen.ts
var formats = [
  annotations,
  json,
  sarif,
  summary,
  text
];

// src/hosts/help.ts
var helpText = (formats2) => `Finds the pipelines that sign in to Azure as a person and stop at Microsoft's mandatory MFA.

  mfa-ready scan [path …]      report on what stands below the paths (default: the current folder)
  mfa-ready explain [name]     a rule, a way to sign in or a kind of file; without a name, all of them

Options of scan:
  --format <name>              ${formats2.join(", ")} (default: text)
  --output <file>              write the report there
  --fail-on <level>            error, warning, notice or never (default: error)
  --no-color                   plain text, as NO_COLOR and a pipe have it

  --version, --help

Exit codes: 0 nothing at or above --fail-on; 1 findings; 2 a mistake in the command; 3 a mistake of mfa-ready.
`;
function explanation(names, units) {
  if (names.length === 0) return listing(units);
  return names.map((name) => pagesOf(name, units)).join("\n");
}
function pagesOf(name, units) {
  const found = units.filter((it) => it.id === name);
  if (found.length === 0) {
    const hint = didYouMean(
      name,
      units.map((it) => it.id)
    );
    throw new UsageError(
      `nothing is called \`${name}\`${hint || "; `mfa-ready explain` lists all names"}`
    );
  }
  return found.map((it) => readmeOf(it.folder, it.id) ?? `# ${it.id}

${it.title}
`).join("\n");
}
function listing(units) {
  const folders = [...new Set(units.map((it) => it.folder))];
  const width = Math.max(0, ...units.map((it) => it.id.length));
  const sections = folders.map((folder) => {
    const lines = units.filter((it) => it.folder === folder).map((it) => `  ${it.id.padEnd(width)}  ${it.title}
`);
    return `${folder}
${lines.join("")}`;
  });
  return sections.join("\n");
}

// src/hosts/options.ts
import { parseArgs } from "node:util";
var OPTIONS = {
  format: { type: "string" },
  output: { type: "string" },
  "fail-on": { type: "string" },
  "no-color": { type: "boolean" },
  version: { type: "boolean" },
  help: { type: "boolean", short: "h" }
};
var TYPES = new Map(
  Object.entries(OPTIONS).map(([name, { type }]) => [name, type])
);
var COMMANDS = ["scan", "explain"];
function commandOf(args, formats2) {
  const { options, words } = parsed(args);
  if (options.has("help")) return { kind: "help" };
  if (options.has("version")) return { kind: "version" };
  const [command, ...rest] = words;
  switch (command) {
    case "explain":
      return { kind: "explain", names: rest };
    case "scan":
      return {
        kind: "scan",
        paths: rest.length === 0 ? ["."] : rest,
        format: formatOf(options.get("format") ?? "text", formats2),
        output: options.get("output"),
        failOn: failOnOf("--fail-on", options.get("fail-on") ?? "error"),
        color: !options.has("no-color")
      };
    case void 0:
      throw new UsageError("say what to do: `mfa-ready scan`, or `mfa-ready --help` for the rest");
    default:
      throw new UsageError(
        `there is no command \`${command}\`; it can be ${oneOf(COMMANDS)}${didYouMean(command, COMMANDS)}`
      );
  }
}
function parsed(args) {
  const { tokens } = parseArgs({
    args: [...args],
    options: OPTIONS,
    strict: false,
    tokens: true,
    allowPositionals: true
  });
  const options = /* @__PURE__ */ new Map();
  const words = [];
  for (const token of tokens) {
    if (token.kind === "positional") words.push(token.value);
    if (token.kind === "option") options.set(token.name, checked(token));
  }
  return { options, words };
}
function checked({ name, rawName, value, inlineValue }) {
  const type = TYPES.get(name);
  if (!type) {
    const names = [...TYPES.keys()].map((it) => `--${it}`);
    throw new UsageError(`there is no option \`${rawName}\`${didYouMean(rawName, names)}`);
  }
  if (type === "boolean" && value !== void 0) {
    throw new UsageError(`\`${rawName}\` takes no value`);
  }
  const isAnotherOption = inlineValue !== true && value?.startsWith("-") === true;
  if (type === "string" && (value === void 0 || value === "" || isAnotherOption)) {
    throw new UsageError(`\`${rawName}\` needs a value: \`${rawName} …\``);
  }
  return value ?? "";
}
function formatOf(given, formats2) {
  if (formats2.includes(given)) return given;
  const hint = didYouMean(given, formats2);
  throw new UsageError(`\`--format\` is \`${given}\`; it can be ${oneOf(formats2)}${hint}`);
}

// src/hosts/progress.ts
var QUIET_MS = 500;
var EVERY_MS = 100;
var CLEAR = "\r\x1B[2K";
function* withProgress(entries, output, elapsedMs) {
  let next = QUIET_MS;
  let count = 0;
  for (const entry of entries) {
    count += 1;
    if (output.isTTY && elapsedMs() >= next) {
      output.write(`${CLEAR}${count} files …`);
      next = elapsedMs() + EVERY_MS;
    }
    yield entry;
  }
  if (next > QUIET_MS) output.write(CLEAR);
}

// src/hosts/command.ts
function runCommand(args, terminal) {
  try {
    return perform(args, terminal);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.stderr.write(`mfa-ready: ${error.message}
`);
    return 2;
  }
}
function perform(args, terminal) {
  const { stdout } = terminal;
  const ids = formats.map((it) => it.id);
  const command = commandOf(args, ids);
  switch (command.kind) {
    case "help":
      stdout.write(helpText(ids));
      return 0;
    case "version":
      stdout.write(`${VERSION}
`);
      return 0;
    case "explain":
      stdout.write(explanation(command.names, unitNames(registry_gen_exports)));
      return 0;
    case "scan":
      return runScan(command, terminal);
  }
}
function runScan(command, terminal) {
  const start = terminal.now();
  const elapsedMs = () => terminal.now() - start;
  const report = scan({
    roots: scanRoots(terminal.currentFolder, command.paths),
    elapsedMs,
    hasHelp: command.format === "sarif",
    watch: (files) => withProgress(files, terminal.stderr, elapsedMs)
  });
  const format = formats.find((it) => it.id === command.format);
  deliver(format?.print(report, { color: hasColor(command, terminal) }) ?? "", command, terminal);
  if (isNothingRead(report)) terminal.stderr.write(`mfa-ready: ${NOTHING_READ}
`);
  return failing(report, command.failOn) > 0 ? 1 : 0;
}
var hasColor = (command, { stdout, environment }) => command.color && command.output === void 0 && stdout.isTTY === true && !environment.NO_COLOR && environment.TERM !== "dumb";
function deliver(text2, { output }, terminal) {
  if (output === void 0) {
    terminal.stdout.write(text2);
    return;
  }
  try {
    writeFileSync(resolve(terminal.currentFolder, output), text2);
  } catch (error) {
    throw new UsageError(`\`${output}\` cannot be written: ${whyNot(error)}`);
  }
}

// src/hosts/cli.ts
process.stdout.on("error", (error) => {
  if ("code" in error && error.code === "EPIPE") process.exit();
  throw error;
});
try {
  process.exitCode = runCommand(process.argv.slice(2), {
    currentFolder: process.cwd(),
    environment: process.env,
    stdout: process.stdout,
    stderr: process.stderr,
    now: () => performance.now()
  });
} catch (error) {
  const trace = error instanceof Error ? error.stack : String(error);
  process.stderr.write(
    `mfa-ready ${VERSION}: this is a mistake of ours, not yours. Please report it with the lines below:
https://github.com/mfa-ready/mfa-ready/issues/new

Node ${process.version} on ${process.platform}
${trace}
`
  );
  process.exitCode = 3;
}
