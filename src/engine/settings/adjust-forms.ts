//! What the settings say of Azure and of things of elsewhere, as readers of calls say it.

import { type Call, type ComponentCall, wordText } from '../../domain/call.ts';
import { newSignIn } from '../../domain/new-sign-in.ts';
import type { SignIn, SignInForm } from '../../domain/sign-in.ts';
import { textOf } from '../../domain/value.ts';
import type { Settings, Sovereign, Trusted } from './settings.ts';

/** With what is trusted to sign in as it is said to, and tenants and accounts in the clouds they are in. */
export function adjustForms(
  forms: readonly SignInForm[],
  { trusted, sovereign }: Settings,
): readonly SignInForm[] {
  const all = [...forms, ...trusted.flatMap(trustedForm)];
  return sovereign.length === 0 ? all : all.map(form => inClouds(form, sovereign));
}

function trustedForm({ name, signsInAs }: Trusted): readonly SignInForm[] {
  if (signsInAs === undefined) return [];
  const read = ({ at }: ComponentCall): SignIn =>
    newSignIn('trusted', at, signsInAs, {
      covers: 'rest-of-job',
      opens: ['azure-cli', 'azure-powershell'],
    });
  return [
    {
      id: 'trusted',
      title: `\`${name}\``,
      programs: [],
      read: call =>
        call.kind === 'component' && call.name === name.toLowerCase() ? read(call) : undefined,
    },
  ];
}

function inClouds(form: SignInForm, sovereign: readonly Sovereign[]): SignInForm {
  return {
    ...form,
    read(call, surroundings) {
      const signIn = form.read(call, surroundings);
      const cloud = signIn && sovereign.find(it => isOf(it, signIn, call))?.cloud;
      return signIn && cloud ? { ...signIn, cloud } : signIn;
    },
  };
}

function isOf({ tenants, accounts }: Sovereign, signIn: SignIn, call: Call): boolean {
  const tenant = textOf(signIn.tenantId)?.toLowerCase();
  if (tenant !== undefined && tenants.includes(tenant)) return true;
  return accounts.length > 0 && textsOf(call).some(it => accounts.includes(it.toLowerCase()));
}

function textsOf(call: Call): readonly string[] {
  if (call.kind === 'command') return call.words.flatMap(it => wordText(it) ?? []);
  const inputs = call.kind === 'component' ? call.inputs : call.args;
  return [...inputs.values()].flatMap(it => textOf(it) ?? []);
}
