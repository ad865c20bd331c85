import {
  Table,
  TableScrollContainer,
  TableTbody,
  TableTd,
  TableTh,
  TableThead,
  TableTr,
} from '@mantine/core';
import type { Metadata } from 'next';
import { taughtCourse } from '@/lib/features/courses/policy';
import { allowed, signedIn } from '@/lib/features/people/require';
import { taughtSittings } from '@/lib/features/review/data';
import { EmptyState } from '@/lib/ui/empty-state';
import { TextLink } from '@/lib/ui/link';
import { Time } from '@/lib/ui/time';

export const metadata: Metadata = { title: 'Course' };

const WINDOW = { early: 'Not open yet', open: 'Open', over: 'Closed' } as const;

export default async function CoursePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const person = await signedIn(`/courses/${id}`);
  const sittings = await taughtSittings(allowed(await taughtCourse(person, id)));
  if (sittings.length === 0) {
    return (
      <EmptyState title="No sittings yet">
        A sitting offers an exam to this course for a time. None has been made.
      </EmptyState>
    );
  }
  return (
    <TableScrollContainer minWidth={640}>
      <Table verticalSpacing="xs" aria-label="Sittings">
        <TableThead>
          <TableTr>
            <TableTh>Sitting</TableTh>
            <TableTh>Opens</TableTh>
            <TableTh>State</TableTh>
            <TableTh ta="right">Running</TableTh>
            <TableTh ta="right">Submitted</TableTh>
            <TableTh ta="right">To decide</TableTh>
          </TableTr>
        </TableThead>
        <TableTbody style={{ fontVariantNumeric: 'tabular-nums' }}>
          {sittings.map((sitting) => (
            <TableTr key={sitting.id}>
              <TableTd>
                <TextLink href={`/staff/sittings/${sitting.id}`}>{sitting.title}</TextLink>
                {sitting.mode === 'PRACTICE' && ' (practice)'}
              </TableTd>
              <TableTd>
                <Time iso={sitting.opensAt.toISOString()} />
              </TableTd>
              <TableTd>{sitting.releasedAt ? 'Released' : WINDOW[sitting.window]}</TableTd>
              <TableTd ta="right">{sitting.running}</TableTd>
              <TableTd ta="right">{sitting.submitted}</TableTd>
              <TableTd ta="right">{sitting.undecided}</TableTd>
            </TableTr>
          ))}
        </TableTbody>
      </Table>
    </TableScrollContainer>
  );
}
