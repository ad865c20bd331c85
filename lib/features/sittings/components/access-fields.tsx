'use client';

import { Button, Checkbox, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { newCode, type SittingValues } from './form-values';
import { errorOf, type FieldsProps } from './what-fields';

/** Who sits it and from where: code, list, networks, Safe Exam Browser. */
export function AccessFields({ form, wrong }: FieldsProps) {
  const lines = (field: keyof SittingValues) => ({
    ...form.getInputProps(field),
    error: errorOf(wrong, field),
    autosize: true,
    minRows: 1,
    maxRows: 8,
  });
  return (
    <Stack gap="sm">
      <Group align="end" gap="xs">
        <TextInput
          label="Access code"
          description="Told in the room; empty for none. Only instructors see it."
          {...form.getInputProps('accessCode')}
          error={errorOf(wrong, 'accessCode')}
          autoComplete="off"
          style={{ flex: 1 }}
        />
        <Button variant="default" onClick={() => form.setFieldValue('accessCode', newCode())}>
          Make one
        </Button>
      </Group>
      <Checkbox
        label="Only for people on a list"
        {...form.getInputProps('isForList', { type: 'checkbox' })}
      />
      {form.values.isForList && (
        <Textarea
          label="The list"
          description="E-mail addresses of students of the course, one a line. Nobody else sees the sitting."
          {...lines('candidates')}
        />
      )}
      <Textarea
        label="Networks that it may be sat from"
        description="Addresses or networks (10.20.0.0/16, 2001:db8::/48), one a line; empty for anywhere."
        {...lines('addressRanges')}
      />
      <Textarea
        label="Safe Exam Browser: config keys"
        description="One a line; empty for any browser. Any of them will do."
        {...lines('sebConfigKeys')}
      />
      <Textarea label="Safe Exam Browser: browser exam keys" {...lines('sebExamKeys')} />
    </Stack>
  );
}
