import { expect, it } from 'vitest';
import type { JsonValue } from '@/lib/exam/check';
import { goldenOf, json } from '@/lib/testing/golden';

async function checksOf(fields: Record<string, string>) {
  const [part] = goldenOf('recurrence');
  const grade = await part?.grade(json({ fields }));
  if (!grade?.ok) throw new Error('the golden part can be graded');
  return grade.value.checks;
}

const isLayers = (value: JsonValue | undefined): value is JsonValue[] => Array.isArray(value);

it('shows the first layer that goes wrong, with the network up to it and no further', async () => {
  // Right as long as every stride before is 1: it goes wrong behind a layer, not at the first.
  const [check] = await checksOf({ R: 'R_{k-1} + r_k - 1', S: 's_k S_{k-1}' });
  const { stack, layer, expected, got } = check?.witness?.data ?? {};
  if (!isLayers(stack)) throw new Error('a witness has its network');
  expect(layer).toBeGreaterThan(1);
  expect(stack).toHaveLength(Number(layer));
  expect(Number(got)).not.toBe(expected);
  expect(check?.witness?.summary).toContain(`for layer ${layer}`);
  expect(check?.message).toMatch(/^\$R_k\$ does not agree/);
  expect(check?.witness?.summary).toMatch(
    /layer 1: kernel \d+, stride \d+; layer 2: kernel \d+, stride \d+/,
  );
  expect(check?.witness?.summary).not.toContain(`layer ${Number(layer) + 1}`);
});

it('calls a field of blanks empty and not unreadable', async () => {
  const [check] = await checksOf({ R: '  ', S: 's_k S_{k-1}' });
  expect(check).toMatchObject({ verdict: 'wrong', evidence: 'Nothing was answered.' });
  expect(check?.message).toContain('was left empty');
});

it('tells staff where a formula cannot be read', async () => {
  const [check] = await checksOf({ R: 'R_{k-1} + (r_k', S: 's_k S_{k-1}' });
  expect(check?.evidence).toMatch(/^Not readable .*character/);
});
