'use client';

import { Alert, Button, Group, MultiSelect, NumberInput, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { Writer } from '@/lib/features/sittings/accommodation-data';
import { giveTime } from '@/lib/features/sittings/actions';
import { grantedMessage } from './accommodation-form';

const EMPTY = { personIds: [] as string[], minutes: 5 as string | number, reason: '' };

/** Minutes on top for some of those who write now. */
export function GiveTimeForm({
  sittingId,
  writers,
}: {
  sittingId: string;
  writers: readonly Writer[];
}) {
  const { form, submit, busy, problem } = useGiving(sittingId);
  return (
    <form onSubmit={submit} noValidate aria-labelledby="give-time">
      <Title order={2} size="h5" id="give-time" mb="xs">
        Give minutes to some who write
      </Title>
      <Group align="end" gap="sm">
        <MultiSelect
          label="Who"
          data={writers.map((writer) => ({ value: writer.personId, label: labelOf(writer) }))}
          {...form.getInputProps('personIds')}
          searchable
          limit={50}
          style={{ flex: 1 }}
          miw={240}
        />
        <NumberInput
          label="Minutes in all"
          {...form.getInputProps('minutes')}
          min={0}
          max={1440}
          allowDecimal={false}
          w={128}
        />
        <TextInput label="Reason" {...form.getInputProps('reason')} style={{ flex: 1 }} />
        <Button type="submit" variant="default" loading={busy}>
          Give
        </Button>
      </Group>
      {problem && (
        <Alert color="red" role="alert" title="Not given" mt="sm">
          {problem}
        </Alert>
      )}
    </form>
  );
}

function labelOf({ name, ends, givenMinutes }: Writer): string {
  const given = givenMinutes > 0 ? `, ${givenMinutes} minutes given` : '';
  return `${name}, ends ${ends}${given}`;
}

function useGiving(sittingId: string) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const form = useForm({
    initialValues: EMPTY,
    validate: {
      personIds: (value) => (value.length === 0 ? 'Choose somebody' : null),
      reason: (value) => (value.trim() === '' ? 'Say why, for the record' : null),
    },
  });
  const submit = form.onSubmit(async ({ personIds, minutes, reason }) => {
    setBusy(true);
    setProblem(null);
    const given = { personIds, minutes: Number(minutes), reason };
    const done = await giveTime({ sittingId, given }).catch(() => null);
    setBusy(false);
    if (!done?.ok) {
      setProblem(done?.error.message ?? 'The server cannot be reached. Nothing was changed.');
      return;
    }
    form.reset();
    notifications.show({ message: grantedMessage(done.value.moved) });
    router.refresh();
  });
  return { form, submit, busy, problem };
}
