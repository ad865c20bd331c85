'use client';

import {
  Alert,
  Button,
  Group,
  NativeSelect,
  Pagination,
  Table,
  TableTbody,
  TableTd,
  TableTh,
  TableThead,
  TableTr,
} from '@mantine/core';
import { useState } from 'react';
import { BUCKETS, type Bucket } from '@/lib/features/roster/plan';
import type { RosterAnswer } from '@/lib/features/roster/schema';
import { LinkButton } from '@/lib/ui/link';
import { ScrollWide } from '@/lib/ui/scroll-wide';

const LABELS: Readonly<Record<Bucket, string>> = {
  conflict: 'In conflict',
  new: 'New',
  changed: 'Changed',
  there: 'There already',
  ignored: 'Ignored',
};

const PAGE = 100;

/** What becomes of each row of a roster, and the button that has it done. */
export function RosterRows({
  courseId,
  answer,
  busy,
  onConfirm,
}: {
  courseId: string;
  answer: RosterAnswer;
  busy: boolean;
  onConfirm: () => void;
}) {
  const [chosen, setChosen] = useState<Bucket | 'all'>('all');
  const [page, setPage] = useState(1);
  const count = (bucket: Bucket) => answer.rows.filter((row) => row.bucket === bucket).length;
  const rows = answer.rows.filter((row) => chosen === 'all' || row.bucket === chosen);
  const pages = Math.max(1, Math.ceil(rows.length / PAGE));
  const at = Math.min(page, pages);
  if (!answer.told) return null;
  const choose = (value: string) => {
    setChosen(BUCKETS.find((each) => each === value) ?? 'all');
    setPage(1);
  };
  return (
    <>
      <Outcome
        {...{ courseId, busy, onConfirm }}
        done={answer.done}
        written={count('new') + count('changed')}
        conflicts={count('conflict')}
      />
      <NativeSelect
        label="Rows that are shown"
        value={chosen}
        onChange={(event) => choose(event.currentTarget.value)}
        style={{ alignSelf: 'start' }}
        data={[
          { value: 'all', label: `All: ${answer.rows.length}` },
          ...BUCKETS.map((value) => ({ value, label: `${LABELS[value]}: ${count(value)}` })),
        ]}
      />
      <Rows rows={rows.slice((at - 1) * PAGE, at * PAGE)} />
      {pages > 1 && <Pagination total={pages} value={at} onChange={setPage} />}
    </>
  );
}

function Outcome({
  courseId,
  done,
  written,
  conflicts,
  busy,
  onConfirm,
}: {
  courseId: string;
  done: boolean;
  written: number;
  conflicts: number;
  busy: boolean;
  onConfirm: () => void;
}) {
  if (done) {
    return (
      <Alert color="green" role="status" title="Imported">
        <Group>
          {written === 0 ? 'There was nothing to do.' : `${rowsOf(written)} written.`}
          <LinkButton size="xs" variant="default" href={`/courses/${courseId}/people`}>
            To the people of the course
          </LinkButton>
        </Group>
      </Alert>
    );
  }
  return (
    <Alert
      color={conflicts > 0 ? 'yellow' : 'blue'}
      title={conflicts > 0 ? `${rowsOf(conflicts)} in conflict` : 'Nothing is written yet'}
    >
      <Group>
        {conflicts > 0
          ? 'They are left out. Mend the file and import it again; what is there already stays.'
          : 'Nobody is taken out of the course, and importing a file again does no harm.'}
        <Button size="xs" loading={busy} disabled={written === 0} onClick={onConfirm}>
          {written === 0 ? 'Nothing to import' : `Import ${rowsOf(written)}`}
        </Button>
      </Group>
    </Alert>
  );
}

function rowsOf(count: number): string {
  return `${count} ${count === 1 ? 'row' : 'rows'}`;
}

function Rows({ rows }: { rows: RosterAnswer['rows'] }) {
  return (
    <ScrollWide label="Rows of the roster">
      <Table miw={640} verticalSpacing={2} aria-label="Rows of the roster">
        <TableThead>
          <TableTr>
            <TableTh ta="right">Line</TableTh>
            <TableTh>Outcome</TableTh>
            <TableTh>Name</TableTh>
            <TableTh>E-mail</TableTh>
            <TableTh>Number</TableTh>
            <TableTh>Note</TableTh>
          </TableTr>
        </TableThead>
        <TableTbody style={{ fontVariantNumeric: 'tabular-nums' }}>
          {rows.map(({ line, bucket, shown, notes }) => (
            <TableTr key={line}>
              <TableTd ta="right">{line}</TableTd>
              <TableTd fw={bucket === 'conflict' ? 600 : undefined}>{LABELS[bucket]}</TableTd>
              <TableTd>{shown.name}</TableTd>
              <TableTd>{shown.email}</TableTd>
              <TableTd>{shown.number}</TableTd>
              <TableTd>{notes.join('; ')}</TableTd>
            </TableTr>
          ))}
        </TableTbody>
      </Table>
    </ScrollWide>
  );
}
