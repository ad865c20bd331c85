import { expect, it } from 'vitest';
import {
  type MonitorQuery,
  type MonitorRow,
  monitorQuerySchema,
} from '@/lib/features/monitor/schema';
import { arrangeRows } from './arrange-rows';

const row = (name: string, changes: Partial<MonitorRow> = {}): MonitorRow => ({
  ...{ personId: name, name, attemptId: name, state: 'writing', startedAt: null, parts: 0 },
  ...{ dueAt: null, submittedAt: null, lastSaveAt: null },
  ...{ late: 0, conflicts: 0, openQuestions: 0 },
  ...changes,
});

const rows = [
  row('Ana', { parts: 3, dueAt: '2026-02-01T10:20:00Z' }),
  row('Björn', { parts: 12, dueAt: '2026-02-01T10:00:00Z', late: 3 }),
  row('Chloé', { state: 'absent', attemptId: null }),
  row('Dana', { state: 'submitted', dueAt: '2026-02-01T09:00:00Z', submittedAt: 'x', parts: 5 }),
  row('Emil', { openQuestions: 1 }),
];
const names = (query: Partial<MonitorQuery>) =>
  arrangeRows(rows, monitorQuerySchema.parse(query)).map(({ name }) => name);

it('leaves the order of names, and turns each column around', () => {
  expect(names({})).toEqual(['Ana', 'Björn', 'Chloé', 'Dana', 'Emil']);
  expect(names({ sort: 'parts' })).toEqual(['Emil', 'Ana', 'Dana', 'Björn', 'Chloé']);
  expect(names({ sort: 'parts', direction: 'desc' })).toEqual([
    ...['Björn', 'Dana', 'Ana', 'Emil', 'Chloé'],
  ]);
  expect(names({ sort: 'left' }).slice(0, 2)).toEqual(['Björn', 'Ana']);
  expect(names({ sort: 'remarks', direction: 'desc' }).slice(0, 2)).toEqual(['Emil', 'Björn']);
  expect(names({ sort: 'state' })).toEqual(['Chloé', 'Ana', 'Björn', 'Emil', 'Dana']);
});

it('finds by name whatever the accents, and by state', () => {
  expect(names({ search: ' CHLOE ' })).toEqual(['Chloé']);
  expect(names({ search: 'bjorn' })).toEqual(['Björn']);
  expect(names({ state: 'submitted' })).toEqual(['Dana']);
});
