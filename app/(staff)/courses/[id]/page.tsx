import {
  Group,
  SimpleGrid,
  Stack,
  Table,
  TableScrollContainer,
  TableTbody,
  TableTd,
  TableTh,
  TableThead,
  TableTr,
  Title,
  VisuallyHidden,
} from '@mantine/core';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { taughtCourse } from '@/lib/features/courses/policy';
import { LogList } from '@/lib/features/log/components/log-list';
import { logPage } from '@/lib/features/log/log-data';
import { logQuerySchema } from '@/lib/features/log/schema';
import { NothingWaits } from '@/lib/features/overview/components/nothing-waits';
import { Today } from '@/lib/features/overview/components/today';
import { Waiting } from '@/lib/features/overview/components/waiting';
import { today, waitingFor } from '@/lib/features/overview/overview-data';
import { allowed, signedIn } from '@/lib/features/people/require';
import { type TaughtSitting, taughtSittings } from '@/lib/features/review/data';
import { EmptyState } from '@/lib/ui/empty-state';
import { LinkButton, TextLink } from '@/lib/ui/link';
import { Time } from '@/lib/ui/time';

export const metadata: Metadata = { title: 'Course' };

const WINDOW = { early: 'Not open yet', open: 'Open', over: 'Closed' } as const;

/** Where staff of a course begin: what is on today, what waits for them, and what happened. */
export default async function CoursePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const person = await signedIn(`/courses/${id}`);
  const course = allowed(await taughtCourse(person, id));
  const sittings = await taughtSittings(course);
  const [waiting, happened] = await Promise.all([
    waitingFor(course, sittings),
    logPage(course, logQuerySchema.parse({}), HAPPENED),
  ]);
  return (
    <Stack gap="xl">
      <Section id="today" title="Today">
        <Today sittings={today(sittings)} mayInstruct={course.mayInstruct} />
      </Section>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
        <Section id="waits" title="Waits for you">
          {waiting.items.length > 0 ? (
            <Waiting items={waiting.items} />
          ) : (
            <NothingWaits courseId={id} next={waiting.next} />
          )}
        </Section>
        <Section id="happened" title="Happened">
          <LogList entries={happened.entries} label="What happened last" />
          <TextLink href={`/courses/${id}/log`} size="sm" mt="xs" display="inline-block">
            The whole log
          </TextLink>
        </Section>
      </SimpleGrid>
      <Section id="sittings" title="Sittings">
        {course.mayInstruct && (
          <Group mb="md">
            <LinkButton href={`/courses/${id}/sittings/new`}>New sitting</LinkButton>
          </Group>
        )}
        {sittings.length === 0 ? (
          <EmptyState title="No sittings yet">
            A sitting offers an exam to this course for a time. None has been made.
          </EmptyState>
        ) : (
          <SittingsTable courseId={id} sittings={sittings} mayInstruct={course.mayInstruct} />
        )}
      </Section>
    </Stack>
  );
}

const HAPPENED = 8;

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <Title order={2} size="h4" id={id} mb="sm">
        {title}
      </Title>
      {children}
    </section>
  );
}

/** The sittings of a course, newest first. */
function SittingsTable({
  courseId,
  sittings,
  mayInstruct,
}: {
  courseId: string;
  sittings: readonly TaughtSitting[];
  mayInstruct: boolean;
}) {
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
            {mayInstruct && (
              <TableTh>
                <VisuallyHidden>Actions</VisuallyHidden>
              </TableTh>
            )}
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
                <Time iso={sitting.opensAt.toISOString()} zone={sitting.timeZone} />
              </TableTd>
              <TableTd>{stateOf(sitting)}</TableTd>
              <TableTd ta="right">{sitting.running}</TableTd>
              <TableTd ta="right">{sitting.submitted}</TableTd>
              <TableTd ta="right">{sitting.undecided}</TableTd>
              {mayInstruct && (
                <TableTd ta="right">
                  <TextLink href={`/courses/${courseId}/sittings/new?from=${sitting.id}`} size="sm">
                    Duplicate
                  </TextLink>
                </TableTd>
              )}
            </TableTr>
          ))}
        </TableTbody>
      </Table>
    </TableScrollContainer>
  );
}

function stateOf({ archivedAt, releasedAt, isHeld, window }: TaughtSitting): string {
  if (archivedAt) return 'Archived';
  if (releasedAt) return 'Released';
  return isHeld && window === 'open' ? 'Waits for the start' : WINDOW[window];
}
