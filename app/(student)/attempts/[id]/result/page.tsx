import { randomUUID } from 'node:crypto';
import { Stack, Text, Title } from '@mantine/core';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { HandedIn } from '@/lib/features/attempt/components/handed-in';
import { LeftoverSender } from '@/lib/features/attempt/components/leftover-sender';
import { ReceiptCard } from '@/lib/features/attempt/components/receipts/receipt-card';
import { ResultView } from '@/lib/features/attempt/components/result-view';
import { WhileGrading } from '@/lib/features/attempt/components/while-grading';
import { WhileWaiting } from '@/lib/features/attempt/components/while-waiting';
import { handedIn } from '@/lib/features/attempt/handed-in-data';
import { ownAttempt } from '@/lib/features/attempt/policy';
import { result } from '@/lib/features/attempt/result-data';
import { Account } from '@/lib/features/people/components/account';
import { allowed, signedIn } from '@/lib/features/people/require';
import { EmptyState } from '@/lib/ui/empty-state';
import { FreshPage } from '@/lib/ui/fresh-page';
import { PageShell } from '@/lib/ui/page-shell';
import { Time } from '@/lib/ui/time';

export const metadata: Metadata = { title: 'Result' };

/** Who handed it in, where it was not the student. */
const HANDED_IN = {
  STUDENT: '',
  STAFF: 'Your instructors handed it in for you.',
  SWEEPER: 'It was handed in when the time was over.',
};

export default async function ResultPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const person = await signedIn(`/attempts/${id}/result`);
  const attempt = allowed(await ownAttempt(person, id));
  const shown = await result(attempt);
  if (shown.state === 'running') redirect(`/attempts/${id}`);
  return (
    <PageShell account={<Account name={person.name} />}>
      <FreshPage stamp={randomUUID()} />
      <LeftoverSender attemptId={id} />
      {shown.state === 'waiting' && <WhileWaiting attemptId={id} />}
      <Stack gap="xl">
        <div>
          <Title order={1} size="h2">
            {shown.title}
          </Title>
          {shown.submittedAt && (
            <Text c="dimmed">
              Submitted <Time iso={shown.submittedAt} />
            </Text>
          )}
        </div>
        {shown.state === 'withdrawn' && (
          <EmptyState order={2} title="This exam was withdrawn">
            It counts as not taken. Everything you saved is kept, and your receipt stands below.
            Reason: {shown.withdrawalReason} If you think that this is a mistake, speak to your
            instructors.
          </EmptyState>
        )}
        {shown.state === 'waiting' &&
          (shown.mode === 'EXAM' ? (
            <EmptyState order={2} title="Your exam is submitted">
              {shown.submittedBy && HANDED_IN[shown.submittedBy]} Everything you saved is with the
              server. The results are shown here once your instructors release them.
            </EmptyState>
          ) : (
            <EmptyState order={2} title="Your practice is submitted">
              Everything you saved is with the server. An exam with these questions is open or
              announced, so verdicts and solutions are shown here once it is over.
            </EmptyState>
          ))}
        {shown.state === 'shown' && shown.total.pending > 0 && <WhileGrading total={shown.total} />}
        {shown.state === 'shown' && <ResultView result={shown} />}
        {shown.receipt && <ReceiptCard receipt={shown.receipt} />}
        {(shown.state === 'waiting' || shown.state === 'withdrawn') && (
          <HandedIn parts={await handedIn(attempt)} />
        )}
      </Stack>
    </PageShell>
  );
}
