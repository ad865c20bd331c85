'use client';

import { Anchor, type AnchorProps, Button, type ButtonProps } from '@mantine/core';
import NextLink from 'next/link';
import type { ReactNode } from 'react';

/** A link that server components can use: a component as a prop does not cross to the browser. */
export function TextLink(props: AnchorProps & { href: string; children: ReactNode }) {
  return <Anchor component={NextLink} {...props} />;
}

/** The same as a button. */
export function LinkButton(props: ButtonProps & { href: string; children: ReactNode }) {
  return <Button component={NextLink} {...props} />;
}
