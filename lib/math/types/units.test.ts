import { unit } from 'mathjs';
import { describe, expect, it } from 'vitest';
import { unitOf } from './units';

describe('units', () => {
  it.each([
    'm',
    'km',
    'mm',
    'kilometer',
    'g',
    'mg',
    'min',
    'h',
    'N',
    'kN',
    'kWh',
    'eV',
    'Pa',
    'hPa',
  ])('%s is what mathjs takes it for', (name) => {
    const si = unit(1, name).toSI().toJSON();
    const own = unitOf(name);
    expect(own).not.toBeNull();
    expect(own?.factor).toBeCloseTo(si.value, 12);
  });

  it.each(['', 'foo', 'degC', 'kkm', 'constructor', '__proto__'])('%s is none', (name) => {
    expect(unitOf(name)).toBeNull();
  });
});
