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

/**
 * Taps a key by its name, on whichever page of the keyboard it is; as a finger does, which does not wait
 * until the page is at rest before each key.
 */
export async function tapKey(page: Page, name: string): Promise<void> {
  const names = [name, ...wayTo(name).toReversed()];
  for (let tapped = ''; tapped !== name; ) {
    const key = await firstKeyOf(page, names);
    await page.touchscreen.tap(key.x, key.y);
    tapped = key.name;
    // Behind a key that opens a page comes what is nearer, not that key again.
    names.splice(names.indexOf(tapped));
  }
}

/** The middle of the first of these keys that is there, for which the page is asked once. */
async function firstKeyOf(page: Page, names: readonly string[]) {
  const key = await fingerKeyboard(page).evaluate(async (board, wanted) => {
    for (let frames = 0; frames < 600; frames++) {
      const shown = [...board.querySelectorAll('button')].filter((each) => each.checkVisibility());
      for (const name of wanted) {
        const box = shown.find(({ ariaLabel }) => ariaLabel === name)?.getBoundingClientRect();
        if (box) return { name, x: box.x + box.width / 2, y: box.y + box.height / 2 };
      }
      await new Promise(requestAnimationFrame);
    }
    return null;
  }, names);
  if (!key) throw new Error(`there is none of the keys ${names.join(', ')}`);
  return key;
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

/** Taps into a field, and waits for the keyboard, above which it has to stay in sight, below the bar on top. */
export async function tapInto(page: Page, field: Locator): Promise<void> {
  await field.tap();
  const keyboard = fingerKeyboard(page);
  await expect(keyboard).toBeVisible();
  await expect(async () => {
    const [own, board] = [await field.boundingBox(), await keyboard.boundingBox()];
    const bar = await page.getByRole('banner').boundingBox();
    if (!own || !board || !bar) throw new Error('not there');
    expect(own.y).toBeGreaterThanOrEqual(bar.y + bar.height);
    expect(own.y + own.height).toBeLessThanOrEqual(board.y);
  }).toPass({ timeout: 5000 });
}
