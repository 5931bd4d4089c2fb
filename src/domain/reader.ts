//! What every reader of calls says of itself, so that nothing else needs to know which there are.

export interface Reader {
  /** The folder's name. */
  readonly id: string;
  /** What people call it: "`terraform`". */
  readonly title: string;
  /** Programs whose command lines it reads, as `programName` spells them: it is shown no others. */
  readonly programs: readonly string[];
  /** Libraries whose calls it reads in program code, by the names that imports say; one too many does no harm. Without it is shown none. */
  readonly libraries?: RegExp;
  /** Program code without any reader's words is not read: nothing can come of it. Whatever the case of its letters. */
  readonly codeWords?: RegExp;
  /** They do so much else that they count only with such a text. */
  readonly onlyWith?: OnlyWith;
}

export interface OnlyWith {
  /**
   * `command`: in a word of the command line, `cp` to one folder; files that are written under such a path count as well.
   * `script`: somewhere in the script, `curl` and the address of tokens; a command line that runs all the same is read.
   */
  readonly in: 'command' | 'script';
  readonly text: RegExp;
}
