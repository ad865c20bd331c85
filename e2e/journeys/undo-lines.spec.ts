import type { Page } from '@playwright/test';
import {
  asPlainText,
  enter,
  expect,
  goTo,
  lineOf,
  PRACTICE,
  signIn,
  test,
  typeKeys,
  typeLines,
} from '../support/test';

/** What the lines of the proof on the page hold, in plain letters. */
async function expectLines(page: Page, lines: readonly string[]): Promise<void> {
  await expect(async () => {
    const shown = await page.locator('math-field, input').evaluateAll((all) =>
      all.flatMap((each) => {
        if (!/^Line \d+$/.test(each.getAttribute('aria-label') ?? '')) return [];
        const text =
          'getValue' in each && typeof each.getValue === 'function'
            ? each.getValue('latex-expanded')
            : Reflect.get(each, 'value');
        return [String(text).replace(/\\:|[{}\s]/g, '')];
      }),
    );
    expect(shown).toEqual(lines);
  }).toPass({ timeout: 5000 });
}

const lineAt = (page: Page, line: number) => page.locator(`math-field[aria-label="Line ${line}"]`);

async function copy(page: Page, text: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
}

test.beforeEach(async ({ page, context, newStudent }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await signIn(page, await newStudent());
  await enter(page, PRACTICE);
  await goTo(page, /^2\. Momentum/);
});

test('an edit of the list is undone with what lines cite, and no field brings back another line', async ({
  page,
}) => {
  await typeLines(page, ['a', 'b', 'c']);
  const cited = page.getByRole('textbox', { name: 'Line 3 follows from lines' });
  await cited.fill('1, 2');
  await lineAt(page, 3).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expectLines(page, ['a', 'c', 'b']);
  await page.keyboard.press('ControlOrMeta+z');
  await expectLines(page, ['a', 'b', 'c']);
  await expect(lineAt(page, 3)).toBeFocused();
  await expect(cited).toHaveValue('1, 2');
  await page.keyboard.press('ControlOrMeta+y');
  await expectLines(page, ['a', 'c', 'b']);
  await page.keyboard.press('ControlOrMeta+z');

  // A deleted line comes back with all that it was to others.
  await lineAt(page, 1).focus();
  await page.keyboard.press('Alt+Backspace');
  await expectLines(page, ['b', 'c']);
  await page.keyboard.press('ControlOrMeta+z');
  await expectLines(page, ['a', 'b', 'c']);
  await expect(cited).toHaveValue('1, 2');

  // The field of the second place had the third line for a moment, and knows nothing of it.
  await lineAt(page, 2).focus();
  for (let times = 0; times < 3; times++) await page.keyboard.press('ControlOrMeta+z');
  await expectLines(page, ['a', 'b', 'c']);
});

test('what was typed is undone first, then the line that it was typed into', async ({ page }) => {
  await typeLines(page, ['a', 'b']);
  await page.keyboard.press('ControlOrMeta+z');
  await expectLines(page, ['a', '']);
  await page.keyboard.press('ControlOrMeta+z');
  await expectLines(page, ['a']);
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expectLines(page, ['a', '']);
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expectLines(page, ['a', 'b']);
  await page.keyboard.press('Enter');
  await expect(lineAt(page, 3)).toBeFocused();
  await copy(page, 'c\nd\ne');
  await page.keyboard.press('ControlOrMeta+v');
  await expectLines(page, ['a', 'b', 'c', 'd', 'e']);
  await page.keyboard.press('ControlOrMeta+z');
  await expectLines(page, ['a', 'b', '']);
  await typeKeys(page, 'f');
  await expectLines(page, ['a', 'b', 'f']);
});

test('the same in plain text', async ({ page }) => {
  await asPlainText(page);
  await lineOf(page, 1).fill('a');
  await lineOf(page, 1).press('Enter');
  await page.keyboard.type('b');
  await page.keyboard.press('Enter');
  await page.keyboard.type('c');
  await page.keyboard.press('Alt+ArrowUp');
  await expectLines(page, ['a', 'c', 'b']);
  await page.keyboard.press('ControlOrMeta+z');
  await expectLines(page, ['a', 'b', 'c']);
  await page.keyboard.press('Alt+Backspace');
  await expectLines(page, ['a', 'b']);
  await page.keyboard.press('ControlOrMeta+z');
  await expectLines(page, ['a', 'b', 'c']);
});

test('of what is pasted it is said what has no room', async ({ page }) => {
  const seen = (text: RegExp) => page.locator('p:visible', { hasText: text });
  const lines = Array.from({ length: 500 }, (_, index) => `a_${index}`);
  await lineAt(page, 1).focus();
  await copy(page, lines.join('\n'));
  await page.keyboard.press('ControlOrMeta+v');
  await expect(seen(/40 lines pasted; the other 460 are left out/)).toBeVisible();
  await lineAt(page, 40).focus();
  await page.keyboard.press('ControlOrMeta+z');
  await expectLines(page, ['']);
  await lineAt(page, 1).focus();
  await copy(page, 'a'.repeat(120_000));
  await page.keyboard.press('ControlOrMeta+v');
  await expect(seen(/100,000 characters are left out/)).toBeVisible();
});
