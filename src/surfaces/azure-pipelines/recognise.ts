//! Whether a YAML text is an Azure pipeline or a template of one, told without parsing it.
//! Source: https://learn.microsoft.com/en-us/azure/devops/pipelines/yaml-schema/

/** What an item of `stages`, `jobs` or `steps` may begin with, and that no other platform begins one with. */
const ITEM =
  /(?:stage|job|deployment|template|task|script|bash|pwsh|powershell|checkout|download|publish|displayName)[ \t]*:|\$\{\{/
    .source;

/** Lines of white space and comments between a key and its first item. */
const GAP = /[ \t]*(?:#.*)?\r?\n(?:[ \t]*(?:#.*)?\r?\n)*/.source;

/** People indent the whole file by mistake, and the platform forgives it. */
const KEY = '^ {0,2}';

const PIPELINE: readonly RegExp[] = [
  new RegExp(`${KEY}(?:stages|jobs|steps):${GAP}[ \\t]*-[ \\t]+(?:${ITEM})`, 'm'),
  /^(?:stages|jobs|steps):[ \t]+['"]?\$\{\{/m,
  new RegExp(`^extends:${GAP}(?:[ \\t]+parameters:.*\\r?\\n)?[ \\t]+template[ \\t]*:`, 'm'),
  new RegExp(`^variables:${GAP}[ \\t]*-[ \\t]+(?:group|template|name)[ \\t]*:`, 'm'),
];

export function isAzurePipeline(text: string): boolean {
  // A manifest of Kubernetes, or a workflow of GitHub: its `jobs` is a mapping, but a text inside it may look like a pipeline.
  if (/^on:|^['"]on['"]:|^apiVersion:/m.test(text)) return false;
  return PIPELINE.some(it => it.test(text)) || isVariables(text);
}

/** A template of variables as a mapping: nothing else stands there, but parameters. */
function isVariables(text: string): boolean {
  const keys = [...text.matchAll(/^([A-Za-z_][\w-]*)[ \t]*:/gm)].map(it => it[1]);
  return keys.includes('variables') && keys.every(it => it === 'variables' || it === 'parameters');
}
