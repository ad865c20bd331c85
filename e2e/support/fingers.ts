import { expect, type Locator, type Page } from '@playwright/test';

/** Keys of the keyboard for fingers whose name is not what they type. */
const NAMES: Readonly<Record<string, string>> = {
  '+': 'plus',
  '-': 'minus',
  '*': 'times',
  '/': 'divided by',
  '^': 'power',
  _: 'index',
  '=': 'equals',
  "'": 'prime',
  '|': 'bar',
  '<': 'less',
  '>': 'greater',
  ',': 'comma',
  '.': 'point',
  ' ': 'Space, ends an index',
};

export function fingerKeyboard(page: Page): Locator {
  return page.getByRole('region', { name: 'Formula keyboard' });
}

/** Taps a key by its name, on whichever page of the keyboard it is. */
export async function tapKey(page: Page, name: string): Promise<void> {
  const keyboard = fingerKeyboard(page);
  const key = (wanted: string) => keyboard.getByRole('button', { name: wanted, exact: true });
  for (const step of wayTo(name)) {
    if (await key(name).isVisible()) break;
    if (await key(step).isVisible()) await key(step).tap();
  }
  await key(name).tap();
}

/** The keys that open the page on which another one is, from wherever one is. */
function wayTo(name: string): string[] {
  if (/^[A-Z]$/.test(name)) return ['Letters', 'Capital letters'];
  return /^[a-z]$/.test(name) || name.startsWith('Space')
    ? ['Letters', 'Small letters']
    : ['Numbers'];
}

/** Taps what one would type on a plain keyboard. */
export async function tapText(page: Page, text: string): Promise<void> {
  for (const character of text) await tapKey(page, NAMES[character] ?? character);
}

/** Taps into a field, and waits for the keyboard, above which it has to stay in sight. */
export async function tapInto(page: Page, field: Locator): Promise<void> {
  await field.tap();
  const keyboard = fingerKeyboard(page);
  await expect(keyboard).toBeVisible();
  await expect(async () => {
    const [own, board] = [await field.boundingBox(), await keyboard.boundingBox()];
    if (!own || !board) throw new Error('not there');
    expect(own.y).toBeGreaterThanOrEqual(0);
    expect(own.y + own.height).toBeLessThanOrEqual(board.y);
  }).toPass({ timeout: 5000 });
}
