//! Which module a command line of Java starts.

import { expect, it } from 'vitest';
import { outline } from '../../../test/outline.ts';
import { sampleCommand, sampleEnvironment } from '../../domain/sample-call.ts';
import { java } from './java.ts';

it.each<readonly [string, string]>([
  ['java -Xmx1g -jar target/a-1.jar', 'run script ./src/main/java *.java below'],
  ['java -jar web/build/libs/a.jar', 'run script web/src/main/java *.java below'],
  ['java -jar a.jar', ''],
  ['java -cp lib com.contoso.App x', 'run script . only */com/contoso/App.java below'],
  ['java Login.java', 'run script Login.java'],
  ['java -version', ''],
  ['mvn -f tools/pom.xml exec:java', 'run script tools/src/main/java *.java below'],
  ['./mvnw spring-boot:run -pl web', 'run script ./web/src/main/java *.java below'],
  ['mvn -pl :web exec:java', ''],
  ['mvn deploy', ''],
  ['./gradlew run', 'run script ./src/main/java *.java below'],
  ['gradle -p tools :a:b:bootRun', 'run script tools/a/b/src/main/java *.java below'],
  ['gradle build', ''],
])('%s', (line, expected) => {
  const runs = java.read(sampleCommand(line), sampleEnvironment())?.runs ?? [];
  const shown = runs.map(it => (it.kind === 'steps' ? outline(it.steps) : it.kind));
  expect(shown.join('\n').replaceAll(/\n */g, '; ')).toBe(expected);
});
