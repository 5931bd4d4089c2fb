//! The languages that are read: how their comments, names and strings are written.

import type { Profile } from './profile.ts';
import {
  csharpString,
  goString,
  javaString,
  javascriptString,
  pythonString,
} from './string-starts.ts';

const BRACES = {
  lineComment: '//',
  hasDirectives: false,
  hasRegularExpressions: false,
  nameStarts: '',
} as const;

export const PYTHON: Profile = {
  ...BRACES,
  lineComment: '#',
  stringAt: pythonString,
};

/** TypeScript, JSX and TSX too. */
export const JAVASCRIPT: Profile = {
  ...BRACES,
  hasRegularExpressions: true,
  nameStarts: '$#@',
  stringAt: javascriptString,
};

export const CSHARP: Profile = {
  ...BRACES,
  hasDirectives: true,
  nameStarts: '@',
  stringAt: csharpString,
};

export const JAVA: Profile = { ...BRACES, nameStarts: '$@', stringAt: javaString };

export const GO: Profile = { ...BRACES, stringAt: goString };
