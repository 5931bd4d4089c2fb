//! The Azure Active Directory Authentication Library (ADAL): Python, .NET, Node.js, Java and Go.

import type { SignInForm } from '../../domain/sign-in.ts';
import { signInFromTables } from '../library-table.ts';
import { CALLS } from './calls.ts';

const ID = 'adal';

export const adal: SignInForm = {
  id: ID,
  title: 'a credential of ADAL',
  programs: [],
  libraries: /\badal|aad\b/i,
  codeWords: /adal\b/,
  read: call => signInFromTables(ID, call, CALLS),
};
