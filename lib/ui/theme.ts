import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** The one accent: a deep blue. Shade 8 on white and shade 3 on black keep 4.5:1 and more. */
const nabla: MantineColorsTuple = [
  '#eef3fb',
  '#dbe4f2',
  '#b4c6e4',
  '#8ba7d8',
  '#698dcd',
  '#537cc7',
  '#4672c3',
  '#3661ac',
  '#1f4788',
  '#16376d',
];

export const theme = createTheme({
  primaryColor: 'nabla',
  primaryShade: { light: 8, dark: 7 },
  colors: { nabla },
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  headings: { fontFamily: "'Inter Variable', system-ui, sans-serif", fontWeight: '600' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  autoContrast: true,
  respectReducedMotion: true,
  components: {
    // A title may be one long word, which Mantine would let run out of a phone.
    Breadcrumbs: {
      styles: {
        root: { flexWrap: 'wrap' },
        breadcrumb: { whiteSpace: 'normal', overflowWrap: 'anywhere' },
      },
    },
    // Its cross is a button, and nameless otherwise.
    Notification: {
      defaultProps: { closeButtonProps: { 'aria-label': 'Dismiss' } },
      // Beside a title Mantine greys it more than one reads in the dark.
      styles: { description: { color: 'inherit' } },
    },
  },
});
