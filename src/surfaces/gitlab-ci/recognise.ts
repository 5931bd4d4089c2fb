//! Whether a YAML file is a part of a GitLab pipeline: by its path, or by a job among its lines, told without parsing it.
//! Source: https://docs.gitlab.com/ci/yaml/

/** The file that GitLab starts with. */
export const MAIN = /(?:^|\/)\.gitlab-ci\.ya?ml$/i;

/** What people name the files that theirs includes; GitLab prescribes nothing. */
const OTHER = /gitlab-ci[^/]*\.ya?ml$|(?:^|\/)\.?gitlab(?:-ci)?\/.*\.ya?ml$/i;

/** No other platform has these inside a mapping at the top. */
const OWN = /^(?:before_script|after_script)$/;

/** Nor one of these beside `script`. */
const BESIDE =
  /^(?:stage|extends|rules|only|except|needs|tags|id_tokens|environment|artifacts|allow_failure)$/;

/** A job whose name begins with a dot is hidden, which no other platform does. */
const isJob = (name: string, keys: readonly string[]): boolean =>
  keys.some(it => OWN.test(it)) ||
  (name.startsWith('.') && keys.some(it => it === 'script' || it === 'variables')) ||
  (keys.includes('script') && keys.some(it => BESIDE.test(it)));

export function isGitlabPart(text: string, path: string): boolean {
  if (OTHER.test(path)) return true;
  let name = '';
  let inner: string | undefined;
  let keys: string[] = [];
  for (const line of text.split('\n')) {
    const [, indent, key] = /^([ \t]*)([\w.-]+)[ \t]*:(?:[ \t\r]|$)/.exec(line) ?? [];
    if (/^[^\s#]/.test(line)) {
      name = line;
      inner = undefined;
      keys = [];
    } else if (indent !== undefined && key !== undefined) {
      inner ??= indent;
      if (inner === indent) keys.push(key);
      if (isJob(name, keys)) return true;
    }
  }
  return false;
}
