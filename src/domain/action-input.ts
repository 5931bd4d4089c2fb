//! An input of an action or task: their platforms do not tell upper from lower case.

import type { ComponentCall } from './call.ts';
import { ABSENT, type Value } from './value.ts';

export function actionInput(call: ComponentCall, name: string): Value<string> {
  const exact = call.inputs.get(name);
  if (exact) return exact;
  const wanted = name.toLowerCase();
  for (const [key, value] of call.inputs) if (key.toLowerCase() === wanted) return value;
  return ABSENT;
}
