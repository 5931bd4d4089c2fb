//! Files of lines `NAME=value` that a job gives out: variables of the jobs that come after it.

/** The variable that holds a list of those files, relative to the root: no script can ask for such a name. */
export const VARIABLE_FILES = '%variable files';

/** The output that is an object of all those variables, by the id of the scope whose script wrote them. */
export const writtenVariables = (id: string): string => `${id}.${WRITTEN}`;

/** Names behind it are told apart by upper and lower case. */
export const WRITTEN = '=';
