//! `java`, `mvn exec:java`, `gradle run`: the module whose program they start, as far as its folder says which one that is.
//! Sources: https://docs.oracle.com/en/java/javase/21/docs/specs/man/java.html, https://www.mojohaus.org/exec-maven-plugin/,
//! https://docs.gradle.org/current/userguide/application_plugin.html

import { type Call, type Word, wordPrefix, wordText } from '../../domain/call.ts';
import { literal } from '../../domain/literal.ts';
import { type Effects, NO_EFFECTS, type OperationReader } from '../../domain/operation.ts';
import { filesStep } from '../../domain/program-files.ts';
import { programName } from '../../domain/program-name.ts';
import type { Span } from '../../domain/span.ts';
import type { Step } from '../../domain/step.ts';
import { runStep } from '../../domain/task-call.ts';

type Reading = (words: readonly Word[], at: Span) => readonly Step[];

const PROGRAMS: ReadonlyMap<string, Reading> = new Map<string, Reading>([
  ['java', javaSteps],
  ['mvn', mavenSteps],
  ['mvnw', mavenSteps],
  ['gradle', gradleSteps],
  ['gradlew', gradleSteps],
]);

export const java: OperationReader = {
  id: 'java',
  title: '`java`',
  programs: [...PROGRAMS.keys()],
  isTaskRunner: true,
  read(call: Call): Effects | undefined {
    const reading = call.kind === 'command' ? PROGRAMS.get(programName(call)) : undefined;
    if (call.kind !== 'command' || !reading) return undefined;
    const steps = reading(call.words.slice(1), call.at);
    return steps.length === 0 ? NO_EFFECTS : { ...NO_EFFECTS, runs: [{ kind: 'steps', steps }] };
  },
};

/** All classes of a module, of which one begins. */
const moduleSteps = (folder: string, at: Span): readonly Step[] => [
  filesStep(
    'script',
    literal(`${folder}/src/main/java`, at),
    { ending: '.java', where: 'below' },
    { from: 'current-folder' },
  ),
];

const JAVA_VALUED =
  /^(?:-cp|-classpath|--class-path|-p|--module-path|--add-modules|--add-opens|--add-exports|--source)$/;

/** What Maven and Gradle put an archive into stands beside the source of it. */
function javaSteps(words: readonly Word[], at: Span): readonly Step[] {
  let index = 0;
  while (index < words.length && /^-/.test(prefixAt(words, index))) {
    if (prefixAt(words, index) === '-jar') {
      const jar = /^(?:(.*)\/)?(?:target|build\/libs)\/[^/]*\.jar$/.exec(tailAt(words, index + 1));
      return jar ? moduleSteps(jar[1] ?? '.', at) : [];
    }
    index += JAVA_VALUED.test(prefixAt(words, index)) ? 2 : 1;
  }
  const name = prefixAt(words, index);
  if (/\.java$/.test(name)) return [{ ...runStep('script', name, at), sharesProcess: false }];
  if (!/^[a-z]\w*(?:\.\w+)*\.[A-Z]\w*$/.test(name)) return [];
  const ending = `/${name.replaceAll('.', '/')}.java`;
  return [filesStep('script', literal('.', at), { ending, where: 'below', isOnly: true })];
}

const prefixAt = (words: readonly Word[], index: number): string => {
  const word = words[index];
  return word ? wordPrefix(word) : '';
};

/** What is known of an archive's path, its version left out: `target/tools-$VERSION.jar`. */
function tailAt(words: readonly Word[], index: number): string {
  const word = words[index];
  return (word?.parts ?? []).map(it => (it.kind === 'text' ? it.text : '_')).join('');
}

/** `exec:java`, `spring-boot:run`, by their whole names too. */
const MAVEN_RUNS =
  /^(?:exec:java|spring-boot:run|quarkus:run|[\w.]+:exec-maven-plugin(?::[\w.-]+)?:java)$/;

function mavenSteps(words: readonly Word[], at: Span): readonly Step[] {
  const texts = words.map(it => wordText(it) ?? '');
  if (!texts.some(it => MAVEN_RUNS.test(it))) return [];
  const [file, module] = [/^(?:-f|--file)$/, /^(?:-pl|--projects)$/].map(it =>
    valueAfter(texts, it),
  );
  // A module that is named by its artifact may stand anywhere.
  if (module !== undefined && !/^[\w./-]+$/.test(module)) return [];
  const folder = (file ?? '.').replace(/(?:^|\/)[^/]*\.xml$/, '') || '.';
  return moduleSteps(module === undefined ? folder : `${folder}/${module}`, at);
}

const valueAfter = (texts: readonly string[], option: RegExp): string | undefined => {
  const index = texts.findIndex(it => option.test(it));
  return index < 0 ? undefined : texts[index + 1];
};

function gradleSteps(words: readonly Word[], at: Span): readonly Step[] {
  const texts = words.map(it => wordText(it) ?? '');
  const folder = valueAfter(texts, /^(?:-p|--project-dir)$/) ?? '.';
  return texts.flatMap(it => {
    const [task, project] = /^:?(?:((?:[\w.-]+:)*[\w.-]+):)?(?:run|bootRun)$/.exec(it) ?? [];
    if (task === undefined) return [];
    return moduleSteps([folder, ...(project?.split(':') ?? [])].join('/'), at);
  });
}
