'use client';

import { Checkbox, NumberInput, Select, SimpleGrid } from '@mantine/core';
import { ClockField } from './clock-field';
import type { SittingValues } from './form-values';
import { errorOf, type FieldsProps } from './what-fields';

/** When it is sat: the window on the wall of its zone, the minutes, and whether it waits for a start. */
export function TimesFields({ form, isEdit, wrong }: FieldsProps & { isEdit: boolean }) {
  const clock = (field: 'opens' | 'closes') => ({
    value: form.values[field],
    onChange: (value: string) => form.setFieldValue(field, value),
    error: errorOf(wrong, field),
    choices: wrong?.field === field ? (wrong.choices ?? []) : [],
  });
  const minutes = (field: 'minutes' | 'givenMinutes') => ({
    ...form.getInputProps(field),
    error: errorOf(wrong, field),
    allowDecimal: false,
    min: field === 'minutes' ? 1 : 0,
  });
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <ClockField label="Opens" {...clock('opens')} />
        <ClockField label="Closes" {...clock('closes')} />
        <NumberInput label="Minutes" {...minutes('minutes')} required />
        <Select
          label="Time zone"
          data={zones(form.values)}
          value={form.values.timeZone}
          onChange={(zone) => zone && form.setFieldValue('timeZone', zone)}
          error={errorOf(wrong, 'timeZone')}
          searchable
          limit={50}
          allowDeselect={false}
        />
      </SimpleGrid>
      {isEdit && (
        <NumberInput
          label="Minutes given to everybody"
          description="On top of the minutes and of the window, for those who write and those who begin."
          {...minutes('givenMinutes')}
          maw={320}
        />
      )}
      <Checkbox
        label="Hold: nobody begins before I press Start"
        description="Students wait in the lobby. Their minutes run from when they begin."
        {...form.getInputProps('holds', { type: 'checkbox' })}
      />
    </>
  );
}

function zones({ timeZone }: SittingValues): string[] {
  return [...new Set([timeZone, 'UTC', ...Intl.supportedValuesOf('timeZone')])];
}
