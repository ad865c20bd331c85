'use client';

import {
  Button,
  Table,
  TableScrollContainer,
  TableTbody,
  TableTd,
  TableTh,
  TableThead,
  TableTr,
  VisuallyHidden,
} from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRouter } from 'next/navigation';
import type { AccommodatedPerson } from '@/lib/features/sittings/accommodation-data';
import { dropAccommodation } from '@/lib/features/sittings/actions';
import type { Scope } from '@/lib/features/sittings/schema';
import { grantedMessage } from './accommodation-form';

interface Row {
  key: string;
  person: AccommodatedPerson;
  scope: Scope;
  where: string;
  factor: number;
  minutes: string;
  reason: string;
}

/** Who has more time, how much, where and why. */
export function AccommodationTable({
  courseId,
  people,
}: {
  courseId: string;
  people: readonly AccommodatedPerson[];
}) {
  const rows = people.flatMap((person) => rowsOf(courseId, person));
  return (
    <TableScrollContainer minWidth={640}>
      <Table verticalSpacing={4} aria-label="Accommodations">
        <TableThead>
          <TableTr>
            <TableTh>Student</TableTh>
            <TableTh>In</TableTh>
            <TableTh ta="right">Factor</TableTh>
            <TableTh ta="right">Minutes</TableTh>
            <TableTh>Reason</TableTh>
            <TableTh>
              <VisuallyHidden>Actions</VisuallyHidden>
            </TableTh>
          </TableTr>
        </TableThead>
        <TableTbody style={{ fontVariantNumeric: 'tabular-nums' }}>
          {rows.map((row) => (
            <TableTr key={row.key}>
              <TableTd title={row.person.email}>{row.person.name}</TableTd>
              <TableTd>{row.where}</TableTd>
              <TableTd ta="right">{row.factor}</TableTd>
              <TableTd ta="right">{row.minutes}</TableTd>
              <TableTd>{row.reason}</TableTd>
              <TableTd ta="right">
                <DropButton row={row} />
              </TableTd>
            </TableTr>
          ))}
        </TableTbody>
      </Table>
    </TableScrollContainer>
  );
}

function rowsOf(courseId: string, person: AccommodatedPerson): Row[] {
  const { ofCourse, own, personId } = person;
  return [
    ...(ofCourse
      ? [
          {
            ...{ person, key: personId, scope: { courseId }, where: 'The course' },
            ...{ factor: ofCourse.factor, reason: ofCourse.reason },
            minutes: String(ofCourse.extraMinutes),
          },
        ]
      : []),
    ...own.map(({ sittingId, title, factor, extraMinutes, givenMinutes, reason }) => ({
      ...{ person, key: `${personId} ${sittingId}`, scope: { sittingId }, where: title },
      ...{ factor, reason },
      minutes: givenMinutes > 0 ? `${extraMinutes} + ${givenMinutes} given` : String(extraMinutes),
    })),
  ];
}

function DropButton({ row: { scope, person, where } }: { row: Row }) {
  const router = useRouter();
  const drop = async () => {
    const dropped = await dropAccommodation({ scope, personId: person.personId }).catch(() => null);
    if (dropped?.ok) {
      notifications.show({ message: grantedMessage(dropped.value.moved) });
      return router.refresh();
    }
    const message = dropped?.error.message ?? 'The server cannot be reached. Nothing was changed.';
    notifications.show({ color: 'red', title: 'Not taken back', message });
  };
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      onClick={() => void drop()}
      aria-label={`Take back: ${person.name}, ${where}`}
    >
      Take back
    </Button>
  );
}
