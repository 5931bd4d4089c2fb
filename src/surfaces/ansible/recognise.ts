//! Whether a YAML text is one of Ansible's, told from its beginning and its path without parsing it.

/** A list at the top: nothing but comments in front of its first item. */
const LIST = /^(?:\ufeff)?(?:---[^\n]*\r?\n|%[^\n]*\r?\n|[ \t]*(?:#[^\n]*)?\r?\n)*[ \t]*-[ \t]+/;

/** What makes a list one of plays or of tasks that do something to ask about. */
const KEY =
  /^[ \t-]*["']?(?:(?:ansible|community|azure)\.\w+\.\w+|hosts|import_playbook|(?:include|import)_(?:tasks|role|vars)|include|block|set_fact|shell|command|raw|script|win_shell|win_command|win_powershell|terraform|action|local_action|azure_rm_\w+)["']?[ \t]*:/m;

export const isList = (text: string): boolean => LIST.test(text) && KEY.test(text);

const VARIABLES =
  /(?:^|\/)(?:(?:group_vars|host_vars)\/.+|(?:vars|defaults)\/[^/]+|[^/]*(?:vars?|vault|secrets?)[^/]*)\.ya?ml$/i;

const META = /(?:^|\/)roles\/[^/]+\/meta\/main\.ya?ml$/;

/** Files of other tools that may be called like one of variables. */
const OTHERS =
  /^(?:apiVersion|kind|on|trigger|stages|jobs|steps|variables|parameters|services|include)[ \t]*:/m;

export const isVariables = (text: string, path: string): boolean =>
  VARIABLES.test(path) && /^[A-Za-z_]\w*[ \t]*:/m.test(text) && !OTHERS.test(text);

export const isMeta = (text: string, path: string): boolean =>
  META.test(path) && /^dependencies[ \t]*:/m.test(text);
