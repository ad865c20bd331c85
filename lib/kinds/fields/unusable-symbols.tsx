'use client';

import { Alert } from '@mantine/core';

/** Stands in place of fields where the symbols of a part cannot be used; a checked exam has no such part. */
export function UnusableSymbols() {
  return <Alert color="red">The symbols of this part are not usable. Please tell the staff.</Alert>;
}
