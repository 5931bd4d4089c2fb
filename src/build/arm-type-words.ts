//! Words to describe Azure's resource types with: Bicep's own type system, and marks for what a property means to this program.

import {
  type ObjectTypeProperty,
  ObjectTypePropertyFlags,
  ScopeType,
  TypeFactory,
  type TypeReference,
} from '@azure/bicep-types';
import type { ArmLanguage, ArmProperty } from '../domain/arm-catalogue.ts';

/** What a property means to us; Bicep's types have no place for it. */
export type Mark = Pick<ArmProperty, 'role' | 'language' | 'encoding'>;

export const factory = new TypeFactory();
export const marks = new Map<ObjectTypeProperty, Mark>();

export type Properties = Record<string, ObjectTypeProperty>;

export const property = (type: TypeReference): ObjectTypeProperty => ({
  type,
  flags: ObjectTypePropertyFlags.None,
});

export function marked(type: TypeReference, mark: Mark): ObjectTypeProperty {
  const result = property(type);
  marks.set(result, mark);
  return result;
}

export const object = (properties: Properties): ObjectTypeProperty =>
  property(factory.addObjectType('', properties));

export const list = (properties: Properties): ObjectTypeProperty =>
  property(factory.addArrayType(factory.addObjectType('', properties)));

export const text = factory.addStringType();
export const secret = factory.addStringType(true);
export const lines = factory.addArrayType(text);
export const dictionary = factory.addObjectType('', {}, text);
export const pairs = factory.addArrayType(
  factory.addObjectType('', {
    name: property(text),
    value: property(text),
    secureValue: property(secret),
    secretRef: property(text),
  }),
);

export const script = (language?: ArmLanguage): ObjectTypeProperty =>
  marked(text, language ? { role: 'script', language } : { role: 'script' });
export const inline = (language: ArmLanguage): ObjectTypeProperty =>
  marked(lines, { role: 'script', language });
export const encoded = (language?: ArmLanguage): ObjectTypeProperty =>
  marked(text, { role: 'script', ...(language ? { language } : {}), encoding: 'base64' });
export const scriptUri = (): ObjectTypeProperty => marked(text, { role: 'script-uri' });
export const settings = marked(pairs, { role: 'settings' });

export const commandLine = (language: ArmLanguage, type: TypeReference): ObjectTypeProperty =>
  marked(type, { role: 'command-line', language });

export const identity = marked(
  factory.addObjectType('', { type: property(text), userAssignedIdentities: property(dictionary) }),
  { role: 'identity' },
);

export function resource(type: string, properties: Properties): TypeReference {
  return add(type, factory.addObjectType(type, properties));
}

/** One body for each value of the discriminator. */
export function variants(
  type: string,
  discriminator: string,
  base: Properties,
  elements: Record<string, Properties>,
): TypeReference {
  return add(type, discriminated(discriminator, base, elements));
}

export function discriminated(
  discriminator: string,
  base: Properties,
  elements: Record<string, Properties>,
): TypeReference {
  const bodies = Object.entries(elements).map(([value, properties]) => {
    const literal = property(factory.addStringLiteralType(value));
    return [value, factory.addObjectType(value, { ...properties, [discriminator]: literal })];
  });
  return factory.addDiscriminatedObjectType('', discriminator, base, Object.fromEntries(bodies));
}

const add = (type: string, body: TypeReference): TypeReference =>
  factory.addResourceType(type, body, ScopeType.None, ScopeType.ResourceGroup);
