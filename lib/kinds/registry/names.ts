// Written by `npm run kinds` from the folders of lib/kinds. Do not edit.

export const kindNames = [
  'arrows',
  'choice',
  'derivation',
  'formula',
  'graph',
  'ordering',
  'plan',
  'proof',
  'recurrence',
  'reparametrization',
  'text',
] as const;

export type KindName = (typeof kindNames)[number];

export function isKindName(name: string): name is KindName {
  return kindNames.some((kind) => kind === name);
}
