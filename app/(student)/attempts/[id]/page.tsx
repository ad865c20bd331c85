import { Alert } from '@mantine/core';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { ExamRoom } from '@/lib/features/attempt/components/exam-room';
import { RoomPictures } from '@/lib/features/attempt/components/room-pictures';
import { mayBeOpened } from '@/lib/features/attempt/place/require-place';
import { ownAttempt } from '@/lib/features/attempt/policy';
import type { PartState } from '@/lib/features/attempt/room/answer-state';
import { examRoom } from '@/lib/features/attempt/room-data';
import { Account } from '@/lib/features/people/components/account';
import { allowed, signedIn } from '@/lib/features/people/require';
import { Markdown } from '@/lib/ui/markdown';
import { PageShell } from '@/lib/ui/page-shell';

export const metadata: Metadata = { title: 'Exam room' };

export default async function ExamRoomPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const person = await signedIn(`/attempts/${id}`);
  const attempt = allowed(await ownAttempt(person, id));
  const place = await mayBeOpened(attempt);
  if (!place.ok) {
    return (
      <PageShell account={<Account name={person.name} />}>
        <Alert color="red" title="Not from here">
          {place.error.message}
        </Alert>
      </PageShell>
    );
  }
  const room = await examRoom(attempt);
  if (room.state === 'submitted') redirect(`/attempts/${id}/result`);
  const parts = room.assignments.flatMap((assignment) => assignment.parts);
  const initial = Object.fromEntries(
    parts.map((part): [string, PartState] => {
      const saved = room.answers[part.id];
      return [
        part.id,
        {
          content: saved?.content ?? {},
          note: saved?.note ?? '',
          base: saved?.revision ?? 0,
          savedAt: saved?.savedAt ?? null,
          state: 'saved',
          message: null,
          theirs: null,
        },
      ];
    }),
  );
  const prompted = (text: string) => (
    <Markdown authored pictures={room.pictures}>
      {text}
    </Markdown>
  );
  return (
    <RoomPictures pictures={room.pictures}>
      <ExamRoom
        attemptId={room.attemptId}
        title={room.title}
        unreadRule={room.unreadRule}
        initial={initial}
        assignments={room.assignments.map((assignment) => ({
          ...assignment,
          prompt: prompted(assignment.prompt),
          parts: assignment.parts.map((part) => ({
            ...part,
            prompt: prompted(part.prompt),
          })),
        }))}
      />
    </RoomPictures>
  );
}
