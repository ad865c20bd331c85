'use client';

import { Alert, Button, Group, MultiSelect, NumberInput, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { CourseAccommodations } from '@/lib/features/sittings/accommodation-data';
import { accommodate } from '@/lib/features/sittings/actions';

const EMPTY = {
  personIds: [] as string[],
  /** Empty for the whole course. */
  sittingId: '',
  factor: 1 as string | number,
  extraMinutes: 0 as string | number,
  reason: '',
};
type Values = typeof EMPTY;

/** More time for one student or many, in the whole course or in one sitting. */
export function AccommodationForm({
  courseId,
  students,
  sittings,
}: { courseId: string } & Pick<CourseAccommodations, 'students' | 'sittings'>) {
  const { form, submit, busy, problem } = useAccommodation(courseId);
  return (
    <form onSubmit={submit} noValidate aria-label="More time">
      <MultiSelect
        label="Students"
        placeholder="Name or e-mail"
        data={students.map(({ id, name, email }) => ({ value: id, label: `${name} (${email})` }))}
        {...form.getInputProps('personIds')}
        searchable
        limit={50}
        hidePickedOptions
        mb="sm"
      />
      <Group align="end" gap="sm" mb="sm">
        <Select
          label="In"
          data={[
            { value: '', label: 'Every sitting of the course' },
            ...sittings.map(({ id, title }) => ({ value: id, label: title })),
          ]}
          {...form.getInputProps('sittingId')}
          allowDeselect={false}
        />
        <NumberInput
          label="Factor"
          {...form.getInputProps('factor')}
          min={1}
          max={10}
          step={0.05}
          decimalScale={2}
          w={96}
        />
        <NumberInput
          label="Minutes more"
          {...form.getInputProps('extraMinutes')}
          min={0}
          max={1440}
          allowDecimal={false}
          w={128}
        />
        <TextInput label="Reason" {...form.getInputProps('reason')} style={{ flex: 1 }} />
        <Button type="submit" loading={busy}>
          Grant
        </Button>
      </Group>
      {problem && (
        <Alert color="red" role="alert" title="Not granted" mb="sm">
          {problem}
        </Alert>
      )}
    </form>
  );
}

function useAccommodation(courseId: string) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const form = useForm<Values>({
    initialValues: EMPTY,
    validate: {
      personIds: (value) => (value.length === 0 ? 'Choose somebody' : null),
      reason: (value) => (value.trim() === '' ? 'Say why, for the record' : null),
    },
  });
  const submit = form.onSubmit(async ({ personIds, sittingId, factor, extraMinutes, reason }) => {
    setBusy(true);
    setProblem(null);
    const granted = await accommodate({
      scope: sittingId === '' ? { courseId } : { sittingId },
      accommodation: {
        ...{ personIds, reason },
        factor: Number(factor),
        extraMinutes: Number(extraMinutes),
      },
    }).catch(() => null);
    setBusy(false);
    if (!granted?.ok) {
      setProblem(granted?.error.message ?? 'The server cannot be reached. Nothing was changed.');
      return;
    }
    form.reset();
    notifications.show({ message: grantedMessage(granted.value.moved) });
    router.refresh();
  });
  return { form, submit, busy, problem };
}

/** What became of attempts that run. */
export function grantedMessage(moved: number): string {
  if (moved === 0) return 'Saved. Nobody who writes now ends at another time.';
  return `Saved. ${moved === 1 ? 'One person' : `${moved} people`} who write now have a new end.`;
}
