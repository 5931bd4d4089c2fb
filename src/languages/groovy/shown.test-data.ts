//! A Groovy tree on one line, for tests.

import type { GroovyArgument, GroovyExpression, GroovyStatement } from './tree.ts';

export const shownAll = (statements: readonly GroovyStatement[]): string =>
  statements.map(shownStatement).join('; ');

function shownStatement(statement: GroovyStatement): string {
  switch (statement.kind) {
    case 'expression':
      return shown(statement.of);
    case 'assign': {
      const head = `${statement.isDeclared ? 'def ' : ''}${statement.path.join('.')}`;
      const sign = statement.appends ? '+=' : '=';
      return statement.value ? `${head} ${sign} ${shown(statement.value)}` : head;
    }
    case 'function': {
      const parameters = statement.parameters.map(({ name, fallback }) =>
        fallback ? `${name}=${shown(fallback)}` : name,
      );
      return `fn ${statement.name}(${parameters.join(', ')}) { ${shownAll(statement.body)} }`;
    }
    case 'if':
      return `if ${shown(statement.condition)} { ${shownAll(statement.then)} } else { ${shownAll(statement.otherwise)} }`;
    case 'switch':
      return `switch ${statement.arms.map(it => `{ ${shownAll(it)} }`).join(' ')}`;
    case 'loop':
      return `for ${statement.variable ?? '_'} in ${shown(statement.over)} { ${shownAll(statement.body)} }`;
    case 'try':
      return `try { ${shownAll(statement.body)} }${statement.handlers.map(it => ` catch { ${shownAll(it)} }`).join('')} { ${shownAll(statement.after)} }`;
    case 'stop':
      return statement.value ? `${statement.word} ${shown(statement.value)}` : statement.word;
    case 'class':
      return `class { ${shownAll(statement.body)} }`;
  }
}

function shown(expression: GroovyExpression): string {
  switch (expression.kind) {
    case 'string':
      return `${JSON.stringify(expression.region.text)}${expression.holes.map(it => `<${shown(it.of)}>`).join('')}`;
    case 'name':
      return expression.path.join('.');
    case 'constant':
      return expression.text;
    case 'call':
      return `${expression.target ? `${shown(expression.target)}.` : ''}${expression.name}(${listed(expression.args)})`;
    case 'sum':
      return expression.parts.map(shown).join(' + ');
    case 'list':
      return `[${expression.items.map(shown).join(', ')}]`;
    case 'map':
      return `[${listed(expression.entries)}]`;
    case 'closure':
      return `{${expression.parameters.map(it => `${it} `).join('')}-> ${shownAll(expression.body)}}`;
    case 'choice':
      return `(${expression.options.map(shown).join(' | ')})`;
    case 'comparison':
      return `${shown(expression.left)} ${expression.isEqual ? '==' : '!='} ${shown(expression.right)}`;
    case 'other':
      return `?(${expression.parts.map(shown).join(' ')})`;
  }
}

const listed = (args: readonly GroovyArgument[]): string =>
  args
    .map(({ name, value }) => (name === undefined ? shown(value) : `${name}: ${shown(value)}`))
    .join(', ');
