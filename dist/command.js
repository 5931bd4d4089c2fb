import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  ABSENT,
  AUDIENCES,
  CLOUDS,
  NOTHING_READ,
  NO_SETTINGS,
  REFUSAL,
  REFUSED,
  SETTINGS_FILES,
  STANDINGS,
  UsageError,
  adjustForms,
  annotations,
  baselineText,
  byText,
  codeList,
  codeSpan,
  counted,
  didYouMean,
  entriesOf,
  failOnOf,
  failing,
  filesBelow,
  identityName,
  interestOf,
  isNothingRead,
  isPassedOver,
  isSameSpan,
  isWorkload,
  json,
  lineText,
  oneOf,
  phaseOf,
  placeFinder,
  planOf,
  readFiles,
  readmeOf,
  reasonOf,
  registry_gen_exports,
  resolve,
  runnerKind,
  sarif,
  scan,
  scanRoots,
  scopeOf,
  sentence,
  settingsOf,
  starterIn,
  strandsOf,
  summary,
  unitNames,
  verdictOn,
  visible,
  waitsForSomebody,
  writeFile
} from "./engine.js";
import {
  VERSION
} from "./version.js";
import "./chunk.js";

// src/hosts/command.ts
import { resolve as resolve4 } from "node:path";

// src/hosts/explain.ts
import { existsSync as existsSync2 } from "node:fs";
import { resolve as resolve3 } from "node:path";

// src/hosts/explain-job.ts
import { existsSync } from "node:fs";
import { join, relative, resolve as resolve2 } from "node:path";

// src/enforcement/reasons.ts
function deedIn({ tool, effect, audience, isAction }) {
  const target = audience === "other" ? "another service" : AUDIENCES[audience];
  if (isAction) return `\`${tool}\` asks ${target} for an action`;
  switch (effect) {
    case "write":
      return `\`${tool}\` changes ${target}`;
    case "read":
      return `\`${tool}\` reads from ${target}`;
    case "unknown":
      return `\`${tool}\` may change ${target}`;
  }
}
function whyVerdict(verdict, { operation, entryPoint, isOpen }, actor) {
  const { identity, signIn } = actor;
  switch (STANDINGS[identity]) {
    case "workload":
      return "workloads are exempt from multi-factor authentication";
    case "nobody":
      return "no account of Entra acts, so nothing asks for a second factor";
    case "anyone":
      return identity === "ambient" ? whoeverIsThere(operation, entryPoint, isOpen) : unknown(actor);
    case "person":
      return person(verdict, operation, entryPoint, actor, signIn?.signIn.cloud ?? "public");
  }
}
var unknown = ({ unknown: why }) => why ? `whether that is a person is not known, because what decides it is ${reasonOf(why)}` : "whether that is a person is not known";
function whoeverIsThere({ audience }, entryPoint, isOpen) {
  const ifPerson = phaseOf(audience) ? "a change by a person is refused" : "a person may be asked for a second factor by Conditional Access";
  if (entryPoint.reach === "manual")
    return `whoever runs it has signed in before; without a second factor ${ifPerson}`;
  if (isOpen)
    return "nothing in the repository signs in before it, but variables that the platform keeps may say who acts";
  switch (runnerKind(entryPoint)) {
    case "hosted":
      return "nothing in the repository signs in before it; on a hosted runner that is nobody, unless something of elsewhere signs in";
    case "self-hosted":
      return `nothing in the repository signs in before it, but somebody may have done so on this machine; ${ifPerson}`;
    case "unknown":
      return `nothing in the repository signs in before it; who that is depends on the machine that runs it, and ${ifPerson}`;
  }
}
function person(verdict, operation, { reach }, { identity, confidence }, cloud) {
  if (waitsForSomebody(identity) && reach !== "manual")
    return "nobody is there to sign in, so the run waits until it times out or fails";
  if (verdict === "out-of-scope") {
    const where = CLOUDS[cloud].isEnforced === false ? CLOUDS[cloud].name : AUDIENCES[operation.audience];
    return `mandatory multi-factor authentication does not cover ${where}; Conditional Access may ask for it`;
  }
  if (reach === "manual")
    return "somebody has to be there with a second factor, else a change is refused";
  if (CLOUDS[cloud].isEnforced === void 0) return `in the public cloud a change ${REFUSED}`;
  if (identity === "user-cached") return `a change ${REFUSED} once the kept session has none`;
  const when = confidence === "certain" ? "" : " when it runs as this user";
  return `${what(operation)}${when}`;
}
function what({ effect, audience, isAction }) {
  const phase = phaseOf(audience);
  if (!phase) return `if it is Azure Resource Manager, a change ${REFUSED}`;
  if (!phase.effects) return "signing in there already asks for a second factor";
  if (isAction) return "it may be refused for lack of multi-factor authentication";
  switch (effect) {
    case "write":
      return `it ${REFUSED} (\`${REFUSAL}\`)`;
    case "unknown":
      return `it ${REFUSED} if it changes anything`;
    case "read":
      return "reading needs no second factor, but the first change is refused";
  }
}

// src/engine/sign-in-details.ts
var detailsOf = ({ signIn, settings }, places) => [
  ...signIn.remarks.flatMap(remarkText).map((message) => ({ message })),
  ...takenFrom(signIn),
  ...signIn.unknown ? [{ message: `what decides it is ${reasonOf(signIn.unknown)}` }] : [],
  ...applicationOf(signIn, places),
  ...settingsOf2(settings, places)
];
function settingsOf2(settings, places) {
  const byLine = /* @__PURE__ */ new Map();
  for (const [name, span] of settings) {
    const at = places(span);
    const key = `${at.path}:${at.line}`;
    const before = byLine.get(key);
    if (before) before.names.push(name);
    else byLine.set(key, { names: [name], at });
  }
  return [...byLine.values()].map(({ names, at }) => ({
    message: `reads the variable${names.length > 1 ? "s" : ""} ${codeList(names)}`,
    ...at.path === "" ? {} : { at }
  }));
}
var SESSIONS = {
  "azure-cli": "the Azure CLI",
  "azure-powershell": "Azure PowerShell",
  azd: "the Azure Developer CLI"
};
function takenFrom({ identity, takes }) {
  if (identity !== "ambient" || takes.length === 0) return [];
  const sessions = takes.map((it) => SESSIONS[it] ?? `\`${it}\``).join(", else of ");
  return [{ message: `has no credentials of its own and takes the session of ${sessions}` }];
}
function applicationOf({ identity, clientId }, places) {
  if (!isWorkload(identity) || clientId.kind === "absent") return [];
  const at = clientId.at.path === "" ? {} : { at: places(clientId.at) };
  const what2 = clientId.kind === "known" ? `\`${clientId.value}\`` : reasonOf(clientId.why);
  return [{ message: `its client ID is ${what2}`, ...at }];
}
function remarkText(remark) {
  switch (remark.kind) {
    case "usage-error":
      return [`these arguments are refused, and nobody is signed in: ${remark.message}`];
    case "looks-like-application":
      return [`\`${remark.name}\` looks like an application, but \`${remark.flag}\` is missing`];
    case "kept":
      return remark.where === "environment" ? [] : ["is kept for whatever runs there later"];
    case "typed-in-browser":
      return ["is typed into Microsoft's page by a program"];
    case "incomplete":
      return [`skips its ${remark.method}, because ${codeList(remark.missing)} is missing`];
    case "users-only":
    case "fails-closed":
      return [remark.reason];
  }
}

// src/engine/explanation-of.ts
function explanationOf(entryPoint, model, places) {
  const { id, title, reach, runner } = entryPoint;
  const events = [...model.signIns, ...model.operations].sort((a, b) => a.order - b.order);
  const story = { model, places, events };
  return {
    id,
    title,
    reach,
    ...runner === void 0 ? {} : { runner },
    events: events.map((it) => eventOf(it, story))
  };
}
var eventOf = (event, story) => "operation" in event ? operationOf(event, story) : signInOf(event, story);
function signInOf(resolved, story) {
  const { title, signIn, confidence, chain } = resolved;
  const { model, places } = story;
  const [strand] = strandsOf(model)(resolved);
  const isExempt = isWorkload(signIn.identity) || signIn.identity === "none";
  const verdict = isExempt || signIn.takes.length > 0 ? void 0 : strand?.verdict;
  return {
    kind: "sign-in",
    at: places(signIn.at),
    way: wayOf(chain, places),
    title,
    identity: signIn.identity,
    who: identityName(signIn.identity),
    confidence,
    details: detailsOf(resolved, places),
    ...verdict ? { verdict } : {},
    isUsed: model.operations.some(
      (it) => it.actors.some((actor) => actor.signIn === resolved || actor.through === resolved)
    )
  };
}
var operationOf = (resolved, story) => ({
  kind: "operation",
  at: story.places(resolved.operation.at),
  way: wayOf(resolved.chain, story.places),
  what: deedIn(resolved.operation),
  actors: resolved.actors.map((it) => actorOf(it, resolved, story))
});
function actorOf(actor, resolved, { events }) {
  const { identity, confidence, signIn, through } = actor;
  const cloud = (signIn ?? through)?.signIn.cloud ?? "public";
  const verdict = verdictOn(resolved, actor, { cloud });
  return {
    identity,
    who: identityName(identity),
    confidence,
    ...signIn ? { signIn: events.indexOf(signIn) } : {},
    ...through ? { through: events.indexOf(through) } : {},
    verdict,
    because: whyVerdict(verdict, resolved, actor)
  };
}
var wayOf = (chain, places) => chain.map(({ at, message }) => ({ ...places(at), message }));

// src/engine/unseen.ts
var unseenOf = (seen) => [
  ...variablesOf(seen),
  ...componentsOf(seen),
  ...scriptsOf(seen),
  ...problemsOf(seen)
];
function variablesOf({ model }) {
  if (!model.operations.some((it) => it.isOpen)) return [];
  return [
    { message: "variables that the platform or an unread program sets, which may decide who acts" }
  ];
}
var scriptsOf = ({ missing, places }) => [...missing].map(([path, at]) => ({
  message: `what \`${path}\` does: not in this repository, unless the run makes it`,
  at: places(at)
}));
function componentsOf({ calls, input }) {
  const names = calls.flatMap(
    (call) => call.kind === "component" && !isKnown(call, input) ? [call.name] : []
  );
  if (names.length === 0) return [];
  return [{ message: `the code of ${codeList([...new Set(names)])}: not in this repository` }];
}
var NOWHERE = { environment: () => ABSENT, isClosed: true };
var isKnown = (call, { forms, readers }) => forms.some((it) => it.read(call, NOWHERE)) || readers.some((it) => it.read(call, NOWHERE));
function problemsOf({ model, reading, places }) {
  const paths = /* @__PURE__ */ new Set([
    ...model.entryPoints.map((it) => it.at.path),
    ...[...model.signIns, ...model.operations].flatMap((it) => it.chain.map(({ at }) => at.path)),
    ...model.signIns.map((it) => it.signIn.at.path),
    ...model.operations.map((it) => it.operation.at.path)
  ]);
  const ofFiles = new Set(reading.facts.flatMap((it) => it.problems));
  return model.problems.filter((it) => !ofFiles.has(it) || paths.has(it.at.path)).filter((it) => !isTold(it, model)).map(({ at, message }) => ({ message, at: places(at) }));
}
var isTold = ({ at, message }, { signIns }) => signIns.some(
  ({ signIn }) => signIn.remarks.some(
    (it) => it.kind === "usage-error" && isSameSpan(signIn.at, at) && message.endsWith(it.message)
  )
);

// src/engine/explain.ts
function explain(files, asked, settings = NO_SETTINGS, units = registry_gen_exports) {
  const { surfaces, languages, operationReaders: readers } = units;
  const forms = adjustForms(units.signInForms, settings);
  const interest = interestOf([...forms, ...readers]);
  const reading = readFiles(files, surfaces, interest);
  const texts = { get: (path) => reading.textOf(path) };
  const starterOf = starterIn(settings);
  const input = { files: reading.facts, forms, readers, languages, interest, texts, starterOf };
  const found = startsAt(asked, input);
  if (found.kind === "nothing") return nothingIn(asked.path, reading);
  if (found.kind !== "found") return found;
  const explanations = found.starts.map((it) => explained(it, input, reading, units));
  return { kind: "explained", explanations };
}
function nothingIn(path, { facts, problems, sources }) {
  const places = placeFinder(sources);
  const ofFile = facts.flatMap((it) => it.problems).map(({ at, message }) => ({ path: at.path, line: places(at).line, message }));
  const problem = [...problems, ...ofFile].find((it) => it.path === path);
  return problem ? { kind: "nothing", problem } : { kind: "nothing" };
}
function startsAt({ path, job }, input) {
  const isIn = (id) => id === path || id.startsWith(`${path}#`);
  const isAsked = (id) => isIn(id) && (job === void 0 || id === `${path}#${job}`);
  const jobs = input.files.filter((it) => it.path === path).flatMap((it) => it.pipelines.map(({ id }) => `${path}#${id}`));
  const asked = jobs.filter(isAsked);
  if (asked.length > 0) return foundOf(asked.map((id) => ({ run: id, told: id })));
  const model = resolve(input);
  const all = [...alone(model), ...deployed(model)];
  const [first, ...others] = all.filter((it) => isAsked(it.told));
  if (first) return foundOf(first.run === first.told ? [first] : [first, ...others]);
  const ids = [.../* @__PURE__ */ new Set([...jobs, ...all.map((it) => it.told).filter(isIn)])];
  if (job !== void 0 && ids.length > 0) return { kind: "no-such-job", ids };
  const callers = callersOf(path, model);
  return callers.length > 0 ? { kind: "run-by-others", ids: callers } : { kind: "nothing" };
}
var foundOf = (starts) => ({ kind: "found", starts });
var alone = ({ entryPoints }) => entryPoints.map(({ id }) => ({ run: id, told: id }));
function deployed(model) {
  const starts = /* @__PURE__ */ new Map();
  for (const { entryPoint, chain } of happeningsOf(model)) {
    const deployer = model.entryPoints.find((it) => chain[0] && isSameSpan(it.at, chain[0].at));
    if (!deployer || deployer.id === entryPoint.id || starts.has(entryPoint.id)) continue;
    starts.set(entryPoint.id, { run: deployer.id, told: entryPoint.id });
  }
  return [...starts.values()];
}
function callersOf(path, model) {
  const starting = new Set(model.entryPoints.map((it) => it.id));
  const callers = happeningsOf(model).filter(({ at, chain }) => [at, ...chain.map((it) => it.at)].some((it) => it.path === path)).map((it) => it.entryPoint.id);
  return [...new Set(callers)].filter((it) => starting.has(it)).sort(byText);
}
var happeningsOf = ({ signIns, operations }) => [
  ...operations.map(({ operation, entryPoint, chain }) => ({
    at: operation.at,
    entryPoint,
    chain
  })),
  ...signIns.flatMap(
    ({ signIn, entryPoints, chain }) => entryPoints.map((entryPoint) => ({ at: signIn.at, entryPoint, chain }))
  )
];
function explained({ run, told }, input, reading, units) {
  const calls = [];
  const missing = /* @__PURE__ */ new Map();
  const whole = resolve({
    ...input,
    only: run,
    observe: (call) => calls.push(call),
    miss: (path, at) => missing.set(path, at)
  });
  const model = run === told ? whole : partOf(whole, told);
  const entryPoint = [...model.entryPoints, ...happeningsOf(model).map((it) => it.entryPoint)].find(
    (it) => it.id === told
  );
  if (!entryPoint) throw new Error(`\`${told}\` was found, and is not there when it is run alone`);
  const places = placeFinder(reading.sources);
  return {
    ...explanationOf(entryPoint, model, places),
    unseen: unseenOf({ model, calls, missing, reading, input, places }),
    findings: units.rules.flatMap(
      (rule) => [...rule.check(model)].map(({ severity, at }) => ({
        rule: rule.id,
        severity,
        at: places(at)
      }))
    )
  };
}
var partOf = (model, id) => ({
  ...model,
  signIns: model.signIns.filter((it) => it.entryPoints.some((entryPoint) => entryPoint.id === id)),
  operations: model.operations.filter((it) => it.entryPoint.id === id)
});

// src/report/explanation-lines.ts
var VERDICTS = {
  breaks: { word: "breaks", colour: "red" },
  "at-risk": { word: "at risk", colour: "yellow" },
  undecided: { word: "undecided", colour: "yellow" },
  "out-of-scope": { word: "out of scope", colour: "blue" },
  ready: { word: "ready", colour: "green" }
};
function labelOf(events, index) {
  const event = events[index];
  const count = events.slice(0, index).filter((it) => it.kind === event?.kind).length;
  return event?.kind === "sign-in" ? lettersOf(count) : String(count + 1);
}
var lettersOf = (count) => (count < LETTERS ? "" : lettersOf(Math.floor(count / LETTERS) - 1)) + String.fromCharCode(FIRST_LETTER + count % LETTERS);
var LETTERS = 26;
var FIRST_LETTER = "a".charCodeAt(0);
function linesOf(events, index, paint) {
  const event = events[index];
  if (!event) return [];
  const mark = event.kind === "sign-in" ? `(${labelOf(events, index)})` : `${labelOf(events, index)}.`;
  const [first = "", ...rest] = event.kind === "sign-in" ? signInLines(event, paint) : operationLines(event, events, paint);
  const margin = " ".repeat(mark.length + 1);
  return [`${paint("bold", mark)} ${first}`, ...rest.map((line) => margin + line)];
}
function signInLines(event, paint) {
  const { title, identity, who, confidence, verdict, details, isUsed } = event;
  const verb = identity === "ambient" ? "acts" : "signs in";
  const told = details.map(
    (it) => visible(it.message) + (it.at ? ` ${placeText(it.at, paint)}` : "")
  );
  return [
    `${visible(title)} ${doubted(verb, confidence)} as ${who} ${placeText(event.at, paint)}`,
    ...told,
    ...isUsed ? [] : ["no operation below acts as it"],
    ...verdict && !isUsed ? [paint(VERDICTS[verdict].colour, VERDICTS[verdict].word)] : []
  ];
}
function doubted(verb, confidence) {
  switch (confidence) {
    case "certain":
      return verb;
    case "likely":
      return `${verb}, if this runs,`;
    case "possible":
      return verb === "acts" ? "may act" : "may sign in";
  }
}
function operationLines(event, events, paint) {
  const { what: what2, actors, at } = event;
  const head = `${visible(what2)} ${placeText(at, paint)}`;
  if (actors.length === 0) return [head, "as nobody: nobody is signed in there"];
  return [head, ...actors.flatMap((it) => actorLines(it, events, paint))];
}
function actorLines(actor, events, paint) {
  const { who, confidence, verdict, because } = actor;
  const { word, colour } = VERDICTS[verdict];
  const maybe = confidence === "certain" ? "" : "maybe ";
  return [
    `${maybe}as ${paint("bold", who)}: ${originOf(actor, events)}`,
    `${paint(colour, word)}: ${visible(because)}`
  ];
}
function originOf({ signIn, through }, events) {
  const [by, taker] = [signIn, through].map(
    (it) => it === void 0 ? void 0 : `(${labelOf(events, it)})`
  );
  if (by && taker) return `${taker} takes the session that ${by} opened`;
  if (by) return `signed in at ${by}`;
  return taker ? `${taker} takes a session that nothing in this repository opened` : "nothing in this repository has signed in before";
}
var placeText = ({ path, line }, paint) => paint("dim", `(${visible(path)}:${line})`);

// src/report/paint.ts
var paintFor = (isColoured) => isColoured ? painted : plain;
var CODES = {
  bold: 1,
  dim: 2,
  red: 31,
  green: 32,
  yellow: 33,
  blue: 34
};
var plain = (_colour, text2) => text2;
var painted = (colour, text2) => `\x1B[${CODES[colour]}m${text2}\x1B[0m`;

// src/report/explanation.ts
function explanationText(explanation, options) {
  const paint = paintFor(options.color);
  const parts = [
    headOf(explanation, paint),
    treeOf(explanation.events, paint),
    [...summaryOf(explanation, paint), ...unseenOf2(explanation, paint)],
    findingsOf(explanation)
  ];
  return parts.filter((lines) => lines.length > 0).map((lines) => lines.map((line) => `${line}
`).join("")).join("\n");
}
function headOf({ id, title, events, ...rest }, paint) {
  const path = id.includes("#") ? ` of ${id.slice(0, id.indexOf("#"))}` : "";
  const head = paint("bold", visible(`${title}${path}`));
  if (events.length === 0) return [head, reachText(rest)];
  return [
    head,
    reachText(rest),
    "Below is what it does, in order; what stands further right is started by what stands above it.",
    "Letters are sign-ins, numbers are operations on Azure, each with who acts and what comes of it."
  ];
}
function reachText({ reach, runner }) {
  const machine = runner === void 0 ? "" : ` on \`${visible(runner)}\``;
  switch (reach) {
    case "pipeline":
      return `A pipeline runs it${machine}, with nobody there who could pass multi-factor authentication.`;
    case "automation":
      return "It runs on its own, with nobody there who could pass multi-factor authentication.";
    case "manual":
      return "No pipeline of this repository runs it: a person starts it, and is there.";
  }
}
function treeOf(events, paint) {
  const lines = [];
  let shown = [];
  for (const [index, event] of events.entries()) {
    const way = event.way.map((it) => `${visible(it.message)} ${placeText(it, paint)}`);
    const shared = sharedOf(shown, way);
    lines.push(...way.slice(shared).map((line, depth) => indented(line, shared + depth)));
    lines.push(...linesOf(events, index, paint).map((line) => indented(line, way.length)));
    shown = way;
  }
  return lines;
}
var INDENT = "  ";
var indented = (line, depth) => `${INDENT.repeat(depth)}${line}`;
function sharedOf(before, way) {
  const other = way.findIndex((it, index) => it !== before[index]);
  return other < 0 ? way.length : other;
}
var WORST_FIRST = ["breaks", "at-risk", "undecided", "out-of-scope", "ready"];
function summaryOf({ events }, paint) {
  const worst = events.flatMap(
    (event) => event.kind === "operation" ? [WORST_FIRST.find((it) => event.actors.some((actor) => actor.verdict === it))] : []
  );
  if (events.length === 0)
    return ["Nothing that is known here signs in to Azure, or does something to it."];
  const counts = [...WORST_FIRST, void 0].flatMap((verdict) => {
    const count = worst.filter((it) => it === verdict).length;
    if (count === 0) return [];
    if (!verdict) return [`${count} with nobody signed in`];
    const { word, colour } = VERDICTS[verdict];
    return [paint(colour, `${count} ${verdict === "breaks" && count > 1 ? "break" : word}`)];
  });
  const total = counted(worst.length, "operation");
  return [counts.length === 0 ? `${total}.` : `${total}: ${counts.join(", ")}.`];
}
var unseenOf2 = ({ unseen }, paint) => unseen.length === 0 ? [] : ["Not seen:", ...unseen.map((it) => indented(toldText(it, paint), 1))];
var toldText = ({ message, at }, paint) => at ? `${visible(message)} ${placeText(at, paint)}` : visible(message);
function findingsOf({ findings }) {
  const rules = [...new Set(findings.map((it) => it.rule))];
  return rules.map((rule) => {
    const own = findings.filter((it) => it.rule === rule);
    const places = own.map((it) => `${visible(it.at.path)}:${it.at.line}`).join(", ");
    const what2 = own.length > 1 ? "Findings" : "Finding";
    return `${what2} at ${places}: \`mfa-ready explain ${rule}\` says what to do.`;
  });
}

// src/hosts/explain-job.ts
function jobText(name, currentFolder, hasColor2) {
  const { path: given, job } = askedOf(name, currentFolder);
  const [root] = scanRoots(currentFolder, [given]);
  const [path] = root?.within ?? [];
  if (!root || path === void 0) throw new Error("a path has a root");
  const hidden = isPassedOver(path) ? [path] : [];
  const files = filesBelow(root.folder, [".", ...hidden]);
  const asked = job === void 0 ? { path } : { path, job };
  const found = explain(files, asked, settingsOf(root.folder, void 0));
  const typed = (id) => relative(currentFolder, join(root.folder, id));
  if (found.kind !== "explained") throw new UsageError(refusalOf(found, given, job ?? "", typed));
  return found.explanations.map((it) => explanationText(it, { color: hasColor2 })).join("\n\n");
}
function askedOf(name, currentFolder) {
  const hash = name.indexOf("#");
  if (hash < 0 || existsSync(resolve2(currentFolder, name))) return { path: name };
  return { path: name.slice(0, hash), job: name.slice(hash + 1) };
}
function refusalOf(found, path, job, typed) {
  switch (found.kind) {
    case "no-such-job": {
      const jobs = found.ids.map((it) => it.slice(it.indexOf("#") + 1));
      return `\`${path}\` has no job \`${job}\`; it can be ${oneOf(jobs)}${didYouMean(job, jobs)}`;
    }
    case "run-by-others": {
      const [first = "", ...others] = found.ids;
      const more = others.length > 0 ? `, and ${others.length} more ${others.length > 1 ? "do" : "does"}` : "";
      return `\`${path}\` does not start by itself; \`mfa-ready explain ${typed(first)}\` tells what runs it${more}`;
    }
    case "nothing": {
      const { problem } = found;
      const why = problem ? `, which is not understood in line ${problem.line}: ${problem.message}` : "";
      return `nothing that signs in to Azure, or does something to it, starts in \`${path}\`${why}`;
    }
  }
}

// src/hosts/explain.ts
function explainText(names, currentFolder, hasColor2) {
  const units = unitNames(registry_gen_exports);
  if (names.length === 0) return listing(units);
  return names.map(
    (name) => isPlace(name, units, currentFolder) ? jobText(name, currentFolder, hasColor2) : pagesOf(name, units)
  ).join("\n");
}
var isPlace = (name, units, currentFolder) => !units.some((it) => it.id === name) && (/[#./\\]/.test(name) || existsSync2(resolve3(currentFolder, name)));
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

// src/report/azure-devops.ts
var azureDevops = {
  id: "azure-devops",
  print(report) {
    const { problems, findings } = report;
    const counts = `${counted(findings.length, "finding")}; ${counted(problems.length, "problem")}`;
    return [...findings.map(lineOf), counts].map((line) => `${line}
`).join("");
  }
};
function lineOf(finding) {
  const message = escaped(`${visible(finding.message)} (${finding.path}:${finding.line})`);
  if (finding.severity === "notice") return `notice: ${message}`;
  const properties = [
    ["type", finding.severity],
    ["sourcepath", finding.path],
    ["linenumber", String(finding.line)],
    ["columnnumber", String(finding.column)],
    ["code", finding.rule]
  ];
  const given = properties.map(([name = "", value = ""]) => `${name}=${escaped(visible(value))}`);
  return `##vso[task.logissue ${given.join(";")}]${message}`;
}
var escaped = (text2) => text2.replaceAll("%", "%AZP25").replaceAll(";", "%3B").replaceAll("\r", "%0D").replaceAll("\n", "%0A").replaceAll("]", "%5D").replaceAll("##", "#​#");

// src/report/gitlab-code-quality.ts
var SEVERITIES = {
  error: "critical",
  warning: "major",
  notice: "info"
};
var gitlabCodeQuality = {
  id: "gitlab-code-quality",
  print: (report) => `${JSON.stringify(report.findings.map(issueOf), null, 2)}
`
};
var issueOf = (finding) => ({
  description: visible(finding.message),
  check_name: finding.rule,
  fingerprint: finding.fingerprint,
  severity: SEVERITIES[finding.severity],
  location: { path: finding.path, lines: { begin: finding.line, end: finding.endLine } }
});

// src/report/gitlab-sast.ts
var SEVERITIES2 = {
  error: "High",
  warning: "Medium",
  notice: "Info"
};
var gitlabSast = {
  id: "gitlab-sast",
  print: (report, options) => `${JSON.stringify(reportOf(report, options), null, 2)}
`
};
function reportOf({ tool, findings }, { now = NEVER }) {
  const scanner = {
    id: tool.name,
    name: tool.name,
    version: tool.version,
    vendor: { name: tool.name }
  };
  const time = now.slice(0, NEVER.length);
  return {
    version: "15.2.1",
    scan: {
      type: "sast",
      status: "success",
      start_time: time,
      end_time: time,
      analyzer: scanner,
      scanner
    },
    vulnerabilities: findings.map(vulnerabilityOf)
  };
}
var NEVER = "1970-01-01T00:00:00";
var vulnerabilityOf = (finding) => ({
  id: uuidOf(finding.fingerprint),
  name: finding.rule,
  description: [finding.message, ...finding.fixes.map((it) => it.title)].map(visible).join("\n\n"),
  severity: SEVERITIES2[finding.severity],
  identifiers: [
    { type: "mfa_ready", name: finding.rule, value: finding.rule, url: finding.helpUri }
  ],
  location: { file: finding.path, start_line: finding.line, end_line: finding.endLine }
});
var uuidOf = (fingerprint) => fingerprint.padEnd(32, "0").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/s, "$1-$2-$3-$4-$5");

// src/report/junit.ts
var junit = {
  id: "junit",
  print(report) {
    const cases = report.findings.length === 0 ? [passed(report)] : report.findings.map(caseOf);
    const failures = report.findings.filter(isFailure).length;
    const counts = `tests="${cases.length}" failures="${failures}" errors="0"`;
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<testsuites ${counts}>`,
      `  <testsuite name="mfa-ready" ${counts}>`,
      ...cases,
      "  </testsuite>",
      "</testsuites>",
      ""
    ].join("\n");
  }
};
var isFailure = ({ severity }) => severity !== "notice";
function caseOf(finding) {
  const name = `${finding.rule} (line ${finding.line}, column ${finding.column})`;
  const head = `    <testcase classname="${xml(finding.path)}" name="${xml(name)}" file="${xml(finding.path)}" line="${finding.line}">`;
  const text2 = textOf(finding).map(xml).join("\n");
  const body = isFailure(finding) ? `      <failure type="${finding.severity}" message="${xml(finding.message)}">${text2}</failure>` : `      <system-out>${text2}</system-out>`;
  return `${head}
${body}
    </testcase>`;
}
var textOf = ({ message, because, fixes, path, line, helpUri }) => [
  `${path}:${line}: ${message}`,
  ...because.map((it) => `because: ${it.path}:${it.line}: ${it.message}`),
  ...fixes.map((it) => `fix: ${it.title}`),
  helpUri
];
var passed = ({ summary: summary2 }) => `    <testcase classname="mfa-ready" name="no finding in ${summary2.scanned} files"/>`;
var ENTITIES = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;"
};
var xml = (text2) => visible(text2).replace(/[\ufffe\uffff]/g, "�").replace(/[&<>"']/g, (it) => ENTITIES[it] ?? it);

// src/report/markdown.ts
var markdown = {
  id: "markdown",
  print: (report) => [HEADING, findingsOf2(report), footOf(report)].join("\n")
};
var HEADING = "# Who signs in to Azure here\n";
var findingsOf2 = ({ findings }) => findings.length === 0 ? "No finding.\n" : findings.map(findingOf).join("\n");
function findingOf(finding) {
  const { path, line, severity, rule, because, fixes } = finding;
  const way = because.map(
    (it) => `- ${codeSpan(`${it.path}:${it.line}`)}: ${sentence(it.message)}
`
  );
  const remedies = fixes.map((it) => `- **to do**: ${sentence(it.title)}
`);
  return [
    `## ${codeSpan(`${path}:${line}`)}

`,
    `**${severity}**: ${sentence(finding.message)} (${codeSpan(rule)})

`,
    ...way,
    ...remedies
  ].join("");
}
function footOf({ summary: summary2, problems, dismissed }) {
  const rest = dismissed.length > 0 ? `; ${counted(dismissed.length, "finding")} dismissed` : "";
  return `${counted(summary2.scanned, "file")} read of ${summary2.files}; ${counted(problems.length, "problem")}${rest}.
`;
}

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
    const parts = [
      framesOf(report, options),
      problemsOf2(report),
      remarksOf(report),
      `${countsOf(report)}
`
    ];
    return parts.filter((part) => part !== "").join("\n");
  }
};
function framesOf(report, options) {
  const paint = paintFor(options.color);
  return report.findings.map((finding) => findingFrame(report, finding, paint)).join("\n");
}
var COLOURS = {
  error: "red",
  warning: "yellow",
  notice: "blue"
};
function findingFrame(report, finding, paint) {
  const colour = COLOURS[finding.severity];
  const where = paint("bold", placeText2(finding));
  const severity = paint(colour, `${finding.severity}:`);
  const rule = finding.confidence === "certain" ? finding.rule : `${finding.rule}, ${finding.confidence}`;
  const frame = frameOf(report, finding).map(
    (line) => /^ *\| +\^+$/.test(line) ? paint(colour, line) : line
  );
  const because = finding.because.map(
    (link) => `because: ${paint("dim", placeText2(link))}: ${visible(link.message)}`
  );
  const fixes = finding.fixes.map((fix) => `fix: ${visible(fix.title)}`);
  const body = [...frame, ...because, ...fixes].map((line) => `  ${line}
`).join("");
  return `${where}: ${severity} ${visible(finding.message)} [${visible(rule)}]
${body}`;
}
var placeText2 = (place) => `${visible(place.path)}:${place.line}:${place.column}`;
var problemsOf2 = (report) => report.problems.map((it) => `${visible(it.path)}:${it.line}: not understood: ${visible(it.message)}
`).join("");
var remarksOf = (report) => report.remarks.map((it) => `${visible(it.path)}:${it.line}: to tidy up: ${visible(it.message)}
`).join("");
function countsOf(report) {
  const { summary: summary2 } = report;
  const signIns = counted(report.signIns.length, "sign-in") + detailOf(summary2.signIns);
  const findings = counted(report.findings.length, "finding") + detailOf(summary2.findings) + dismissedOf(report);
  return [
    `${counted(summary2.scanned, "file")} read of ${summary2.files}`,
    signIns,
    findings,
    counted(report.problems.length, "problem"),
    `${Math.round(summary2.durationMs)} ms`
  ].join("; ");
}
function dismissedOf({ dismissed }) {
  const counts = /* @__PURE__ */ new Map();
  for (const { dismissal } of dismissed) {
    counts.set(dismissal.kind, (counts.get(dismissal.kind) ?? 0) + 1);
  }
  return [...counts].map(([kind, count]) => `, ${count} more ${kind}`).join("");
}
function detailOf(counts) {
  const given = Object.entries(counts).filter(([, count]) => count > 0);
  if (given.length === 0) return "";
  return ` (${given.map(([name, count]) => `${count} ${visible(name)}`).join(", ")})`;
}

// src/hosts/formats.gen.ts
var formats = [
  annotations,
  azureDevops,
  gitlabCodeQuality,
  gitlabSast,
  json,
  junit,
  markdown,
  sarif,
  summary,
  text
];

// src/hosts/help.ts
var helpText = (formats2) => `Finds the pipelines that sign in to Azure as a person and stop at Microsoft's mandatory MFA.

  mfa-ready scan [path …]      report on what stands below the paths (default: the current folder)
  mfa-ready explain path#job   who acts at every operation of a job, and why; without #job, of all that starts in the file
  mfa-ready explain [name]     a rule, a way to sign in or a kind of file; without a name, all of them
  mfa-ready init               writes a workflow and settings for the repository; what is found today is known

Options of scan:
  --format <name>              ${formats2.join(", ")} (default: text)
  --output <file>              write the report there
  --fail-on <level>            error, warning, notice or never (default: what the settings say, else error)
  --config <file>              the settings (default: mfa-ready.yml in the root of the repository or in its .github)
  --baseline <file>            the list of known findings, which do not count
  --base <commit>              only what that commit has not counts: what is new, or worse, or reached by more pipelines
  --scope <which>              with --base: new (what that means), diff (what stands on changed lines), all
  --update-baseline            write that list anew: whatever is found is known from then on

  --no-color                   plain text, as NO_COLOR and a pipe have it
  --version, --help

Exit codes: 0 nothing at or above --fail-on; 1 findings; 2 a mistake in the command; 3 a mistake of mfa-ready.
`;

// src/hosts/init.ts
import { existsSync as existsSync3, mkdirSync } from "node:fs";
import { dirname, join as join2 } from "node:path";
function init({ currentFolder, today }) {
  const [root] = scanRoots(currentFolder, ["."]);
  if (!root) throw new Error("a folder has a root");
  const { folder } = root;
  const report = scan({
    roots: [{ folder, within: ["."], prefix: "", settings: NO_SETTINGS, scope: "all" }],
    elapsedMs: () => 0,
    hasHelp: false,
    today
  });
  return filesFor(folder, report).map(({ path, text: text2 }) => `${written(folder, path, text2)} ${path}
`).join("");
}
function filesFor(folder, report) {
  const settings = SETTINGS_FILES.find((it) => existsSync3(join2(folder, it))) ?? "mfa-ready.yml";
  const isKnown2 = report.findings.length > 0;
  return [
    ...isKnown2 ? [{ path: KNOWN, text: baselineText(entriesOf(report)) }] : [],
    { path: settings, text: settingsText(isKnown2) },
    ...platformsOf(folder)
  ];
}
var KNOWN = "mfa-ready-known.json";
function written(folder, path, text2) {
  const file = join2(folder, path);
  if (existsSync3(file)) return "left as it is:";
  mkdirSync(dirname(file), { recursive: true });
  writeFile(file, path, text2);
  return "written:      ";
}
var settingsText = (isKnown2) => `# What mfa-ready is to make of this repository: https://github.com/mfa-ready/mfa-ready#settings
# yaml-language-server: $schema=https://raw.githubusercontent.com/mfa-ready/mfa-ready/main/dist/settings.schema.json
fail-on: error
${isKnown2 ? `# What was found on the first day; whoever mends some of it runs: mfa-ready scan --update-baseline
baseline: ${KNOWN}
` : ""}# ignore:
#   - samples/**
# started-elsewhere:
#   - path: ops/nightly.sh
#     by: cron on the build server
`;
function platformsOf(folder) {
  const has = (path) => existsSync3(join2(folder, path));
  const isOther = has(".gitlab-ci.yml") || has("azure-pipelines.yml") || has("Jenkinsfile");
  return has(".github") || !isOther ? [{ path: WORKFLOW_PATH, text: WORKFLOW }] : [];
}
var WORKFLOW_PATH = ".github/workflows/mfa-ready.yml";
var WORKFLOW = `# Who signs in to Azure here, and whom mandatory multi-factor authentication stops: https://github.com/mfa-ready/mfa-ready
name: mfa-ready
on:
  pull_request:
  merge_group:
  schedule:
    - cron: "0 6 * * 1"
permissions:
  contents: read
jobs:
  scan:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: mfa-ready/mfa-ready@main # pin the commit that you have read
`;

// src/hosts/options.ts
import { parseArgs } from "node:util";
var OPTIONS = {
  format: { type: "string" },
  output: { type: "string" },
  config: { type: "string" },
  baseline: { type: "string" },
  base: { type: "string" },
  scope: { type: "string" },
  "update-baseline": { type: "boolean" },
  "fail-on": { type: "string" },
  "no-color": { type: "boolean" },
  version: { type: "boolean" },
  help: { type: "boolean", short: "h" }
};
var TYPES = new Map(
  Object.entries(OPTIONS).map(([name, { type }]) => [name, type])
);
var COMMANDS = ["scan", "explain", "init"];
function commandOf(args, formats2) {
  const { options, words } = parsed(args);
  if (options.has("help")) return { kind: "help" };
  if (options.has("version")) return { kind: "version" };
  const [command, ...rest] = words;
  switch (command) {
    case "init":
      return { kind: "init" };
    case "explain":
      return { kind: "explain", names: rest, color: !options.has("no-color") };
    case "scan":
      return {
        kind: "scan",
        paths: rest.length === 0 ? ["."] : rest,
        format: formatOf(options.get("format") ?? "text", formats2),
        output: options.get("output"),
        config: options.get("config"),
        baseline: options.get("baseline"),
        base: options.get("base"),
        scope: scopeGiven(options.get("scope")),
        updatesBaseline: options.has("update-baseline"),
        failOn: failOnGiven(options.get("fail-on")),
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
var failOnGiven = (given) => given === void 0 ? void 0 : failOnOf("--fail-on", given);
var scopeGiven = (given) => given === void 0 ? void 0 : scopeOf("--scope", given);
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
      stdout.write(explainText(command.names, terminal.currentFolder, hasColor(command, terminal)));
      return 0;
    case "init":
      stdout.write(init({ ...terminal, today: terminal.today() }));
      return 0;
    case "scan":
      return runScan(command, terminal);
  }
}
function runScan(command, terminal) {
  const start = terminal.now();
  const elapsedMs = () => terminal.now() - start;
  const plan = planOf({
    ...command,
    roots: scanRoots(terminal.currentFolder, command.paths),
    current: terminal.currentFolder,
    isBaselineNew: command.updatesBaseline
  });
  const report = scan({
    roots: plan.roots,
    today: terminal.today(),
    elapsedMs,
    hasHelp: command.format === "sarif",
    watch: (files) => withProgress(files, terminal.stderr, elapsedMs)
  });
  if (command.updatesBaseline) return updateBaseline(report, plan, terminal);
  const format = formats.find((it) => it.id === command.format);
  const options = { color: hasColor(command, terminal), now: `${terminal.today()}T00:00:00` };
  deliver(format?.print(report, options) ?? "", command, terminal);
  if (isNothingRead(report)) terminal.stderr.write(`mfa-ready: ${NOTHING_READ}
`);
  return failing(report, plan.failOn) > 0 ? 1 : 0;
}
function updateBaseline(report, { roots }, terminal) {
  const [root, ...others] = roots;
  const to = root?.baselineFile;
  if (!to || others.length > 0 || !root.within.includes(".")) {
    throw new UsageError(
      "`--update-baseline` needs a whole repository and its list: `--baseline <file>`, or `baseline` in the settings"
    );
  }
  const entries = entriesOf(report);
  writeFile(to.file, to.path, baselineText(entries));
  const count = entries.reduce((sum, it) => sum + it.count, 0);
  terminal.stdout.write(
    `${to.path}: ${count === 1 ? "1 finding is" : `${count} findings are`} known
`
  );
  return 0;
}
var hasColor = ({ color, output }, { stdout, environment }) => color && output === void 0 && stdout.isTTY === true && !environment.NO_COLOR && environment.TERM !== "dumb";
function deliver(text2, { output }, terminal) {
  if (output === void 0) terminal.stdout.write(text2);
  else writeFile(resolve4(terminal.currentFolder, output), output, text2);
}
export {
  runCommand
};
