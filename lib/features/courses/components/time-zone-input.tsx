'use client';

import { Autocomplete, type AutocompleteProps } from '@mantine/core';

/** A time zone by its IANA name. */
export function TimeZoneInput(props: AutocompleteProps) {
  return (
    <Autocomplete
      label="Time zone"
      description="The times of its sittings are meant in it."
      data={Intl.supportedValuesOf('timeZone')}
      limit={20}
      {...props}
    />
  );
}
