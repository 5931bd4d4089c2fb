//! What a task says around its module: which module it runs, where, and under what condition.
//! Source: https://docs.ansible.com/ansible/latest/reference_appendices/playbooks_keywords.html

import { literalOf } from '../../domain/literal.ts';
import type { Region } from '../../domain/region.ts';
import { subRegion } from '../../domain/region.ts';
import {
  childOf,
  entriesOf,
  scalarOf,
  textOf,
  type YamlMapping,
  type YamlNode,
} from '../../languages/yaml/tree.ts';
import { type Reading, scalarExpression } from './reading.ts';

/** `local`: the machine that runs Ansible; `play`: the hosts of the play; `other`: another machine by name. */
export type Where = 'local' | 'play' | 'other';

export interface Module {
  /** Without its collection: `shell`, `azure_rm_deployment`. */
  readonly name: string;
  /** Where the name stands. */
  readonly at: YamlNode;
  /** A mapping, or a text of `key=value` and more. */
  readonly args: YamlNode | undefined;
  /** The text alone, for `local_action: shell az login`. */
  readonly freeForm?: Region;
}

/** Keys of a task that are no modules. */
const KEYWORDS: ReadonlySet<string> = new Set(
  `action any_errors_fatal args async become become_exe become_flags become_method become_user block changed_when
   check_mode collections connection debugger delay delegate_facts delegate_to diff environment failed_when
   ignore_errors ignore_unreachable listen local_action loop loop_control module_defaults name no_log notify poll port
   always rescue register remote_user retries run_once sudo sudo_user tags throttle timeout until vars when
   first_available_file`.split(/\s+/),
);

const COLLECTION =
  /^(?:ansible\.(?:builtin|legacy|windows|posix)|community\.(?:general|windows)|azure\.(?:azcollection|azure_preview_modules))\./;

export function moduleOf(task: YamlMapping): Module | undefined {
  const action = childOf(task, 'local_action') ?? childOf(task, 'action');
  if (action) return actionModule(action);
  const entry = entriesOf(task).find(
    ({ key }) => !KEYWORDS.has(key.text) && !key.text.startsWith('with_'),
  );
  if (!entry) return undefined;
  return { name: entry.key.text.replace(COLLECTION, ''), at: entry.key, args: entry.value };
}

/** `action: shell az login`, or a mapping with the module's name in it. */
function actionModule(action: YamlNode): Module | undefined {
  const scalar = scalarOf(action);
  const spelled = scalar?.text ?? textOf(childOf(action, 'module'));
  const match = /^\s*([\w.]+)\s*/.exec(spelled ?? '');
  const name = match?.[1]?.replace(COLLECTION, '');
  if (!match || name === undefined) return undefined;
  if (!scalar) return { name, at: action, args: action };
  const freeForm = subRegion(scalar.region, match[0].length, scalar.text.length);
  return { name, at: action, args: undefined, freeForm };
}

const LOCAL = /^(?:localhost|127\.0\.0\.1|::1)$/;

export const isLocalName = (name: string): boolean => LOCAL.test(name.trim());

/** Of a task or block; `outer` is where it stands in. */
export function whereOf(node: YamlMapping, outer: Where, reading: Reading): Where {
  if (childOf(node, 'local_action') || textOf(childOf(node, 'connection'))?.trim() === 'local') {
    return 'local';
  }
  const delegate = scalarOf(childOf(node, 'delegate_to'));
  if (!delegate || delegate.text.trim() === '') return outer;
  const name = literalOf(scalarExpression(delegate, reading));
  return name !== undefined && isLocalName(name) ? 'local' : 'other';
}
