import katex from 'katex';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, expect, it, vi } from 'vitest';
import { InlineMarkdown, Markdown, Tex } from '@/lib/ui/markdown';

const renderToString = vi.spyOn(katex, 'renderToString');

afterEach(() => renderToString.mockClear());

/** How often a formula is typeset when the same is shown to two people. */
function timesTypeset(shown: () => ReactNode): number {
  const [first, second] = [renderToStaticMarkup(shown()), renderToStaticMarkup(shown())];
  expect(first).toContain('katex');
  expect(second).toBe(first);
  return renderToString.mock.calls.length;
}

const COMPONENTS = { Markdown, InlineMarkdown, Tex };

it.each(Object.entries(COMPONENTS))('%s typesets what an author wrote once', (name, Text) => {
  expect(timesTypeset(() => <Text authored>{`$x_{${name}}$`}</Text>)).toBe(1);
});

it.each(Object.entries(COMPONENTS))('%s keeps nothing of anybody else', (name, Text) => {
  expect(timesTypeset(() => <Text>{`$y_{${name}}$`}</Text>)).toBe(2);
});

it('does not take one form of a text for another', () => {
  const text = 'z';
  const markups = Object.values(COMPONENTS).map((Text) =>
    renderToStaticMarkup(<Text authored>{text}</Text>),
  );
  expect(new Set(markups).size).toBe(3);
});
