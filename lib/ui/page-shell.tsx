import { Anchor, Box, Container, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { ColorSchemeToggle } from './color-scheme-toggle';
import { Logo } from './logo';
import { SkipLink } from './skip-link';

/** The frame of every page but the exam room: the name, where one is, who one is. */
export function PageShell({
  children,
  account,
  wide,
}: {
  children: ReactNode;
  account?: ReactNode;
  wide?: boolean;
}) {
  return (
    <>
      <SkipLink to="content">Skip to the content</SkipLink>
      <Box
        component="header"
        style={{ borderBottom: '1px solid var(--mantine-color-default-border)' }}
      >
        <Container size={wide ? 'xl' : 'md'} py="sm">
          <Group justify="space-between" wrap="nowrap">
            <Anchor href="/" underline="never" aria-label="Nabla, to the start page">
              <Logo />
            </Anchor>
            <Group gap="xs" wrap="nowrap">
              {account}
              <ColorSchemeToggle />
            </Group>
          </Group>
        </Container>
      </Box>
      <Container component="main" id="content" size={wide ? 'xl' : 'md'} py="xl">
        {children}
      </Container>
    </>
  );
}
