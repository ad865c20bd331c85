'use client';

import { Group, SegmentedControl, Select, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { VersionOnOffer } from '@/lib/features/sittings/data';
import type { SittingValues } from './form-values';
import type { FieldProblem } from './use-preview';

export interface FieldsProps {
  form: UseFormReturnType<SittingValues>;
  /** What the server says of one of them. */
  wrong: FieldProblem | null;
}

/** What the server says of a field; null for nothing. */
export function errorOf(wrong: FieldProblem | null, field: keyof SittingValues): string | null {
  return wrong?.field === field ? wrong.message : null;
}

/** What is sat: the version, what it is called, and whether it counts. */
export function WhatFields({
  form,
  versions,
  isBegun,
  wrong,
}: FieldsProps & { versions: readonly VersionOnOffer[]; isBegun: boolean }) {
  const choose = (versionId: string | null) => {
    const version = versions.find(({ id }) => id === versionId);
    if (!version) return;
    const before = versions.find(({ id }) => id === form.values.versionId);
    form.setFieldValue('versionId', version.id);
    // What nobody has written differently follows the exam.
    if (form.values.title === (before?.title ?? '')) form.setFieldValue('title', version.title);
    if (Number(form.values.minutes) === (before?.minutes ?? 0)) {
      form.setFieldValue('minutes', version.minutes);
    }
  };
  return (
    <>
      <Select
        label="Exam"
        description={isBegun ? 'Somebody has begun, so that it stays.' : 'Published versions.'}
        data={versions.map(({ id, label }) => ({ value: id, label }))}
        value={form.values.versionId}
        onChange={choose}
        error={errorOf(wrong, 'versionId')}
        disabled={isBegun}
        searchable
        allowDeselect={false}
        required
      />
      <TextInput
        label="Title"
        {...form.getInputProps('title')}
        error={errorOf(wrong, 'title')}
        required
      />
      <ModeField form={form} isBegun={isBegun} />
    </>
  );
}

function ModeField({ form, isBegun }: Pick<FieldsProps, 'form'> & { isBegun: boolean }) {
  return (
    <div>
      <Text size="sm" fw={500} id="mode">
        Mode
      </Text>
      <Group gap="sm">
        <SegmentedControl
          aria-labelledby="mode"
          data={[
            { value: 'EXAM', label: 'Exam' },
            { value: 'PRACTICE', label: 'Practice' },
          ]}
          value={form.values.mode}
          onChange={(mode) => form.setFieldValue('mode', mode === 'EXAM' ? 'EXAM' : 'PRACTICE')}
          disabled={isBegun}
        />
        <Text size="sm" c="dimmed">
          {form.values.mode === 'EXAM'
            ? 'Once, results when you release them.'
            : 'As often as they like, results at once.'}
        </Text>
      </Group>
    </div>
  );
}
