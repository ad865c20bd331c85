import type { Page } from '@playwright/test';
import {
  asPlainText,
  enter,
  expect,
  expectAccessiblePart,
  expectScore,
  goTo,
  lineOf,
  PRACTICE,
  partOf,
  signIn,
  submit,
  test,
  typeLines,
} from '../support/test';

/** Takes a line by its number and lets it go at another one's. */
async function dragLine(page: Page, from: number, to: number): Promise<void> {
  const [start, end] = await Promise.all(
    [from, to].map((line) => page.getByTitle(`Drag line ${line}`).boundingBox()),
  );
  if (!start || !end) throw new Error(`Lines ${from} and ${to} have no numbers to drag.`);
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 8 });
  await page.mouse.up();
}

test('by keyboard, and once by mouse: a proof of three lines, with the lines that it builds on', async ({
  page,
  newStudent,
}) => {
  await signIn(page, await newStudent());
  await enter(page, PRACTICE);
  await goTo(page, /^2\. Momentum/);
  await expect(page.getByRole('note', { name: 'What is given' })).toBeVisible();
  await typeLines(page, [
    'v_t+1→=(x_t→-x_t+1→)/epsilon→->0',
    'g(x_t→)=v_t+1→-mu v_t→',
    '||g(x_t→)||->0',
  ]);
  await expect(page.getByRole('status').filter({ hasText: 'Read as' })).toHaveCount(3);
  const cited = page.getByRole('textbox', { name: 'Line 3 follows from lines' });
  await cited.focus();
  await page.keyboard.type('1, 3');
  await expect(page.getByText('numbers of lines above, 1 to 2')).toBeVisible();
  await page.keyboard.press('Backspace');
  await page.keyboard.type('2');

  // What a line cites moves with the lines.
  await page.locator('math-field[aria-label="Line 2"]').focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(cited).toHaveValue('2, 1');
  // Dragged by its number, too.
  await dragLine(page, 1, 2);
  await expect(cited).toHaveValue('1, 2');
  await submit(page);

  const part = partOf(page, '2b');
  await expectScore(part, '3 of 3');
  for (const index of [1, 2, 3])
    await expect(part.getByText(`Line ${index}: right`)).toBeAttached();
  await expectAccessiblePart(page, '2b');
});

test('by keyboard alone: words stay words, and an arrow does not take the bar of a norm', async ({
  page,
  newStudent,
}) => {
  await signIn(page, await newStudent());
  await enter(page, PRACTICE);
  await goTo(page, /^2\. Momentum/);
  await typeLines(page, [
    'therefore v_t+1→=(x_t→-x_t+1→)/epsilon→ and v_t+1→->0',
    'so the limit of the norm: ||g(x_t→)||->0',
  ]);
  await expect(page.getByRole('status').filter({ hasText: 'Read as' })).toHaveCount(2);
  await submit(page);
  const part = partOf(page, '2b');
  await expectScore(part, '3 of 3');
});

test('several lines that are pasted become lines', async ({ page, newStudent, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await signIn(page, await newStudent());
  await enter(page, PRACTICE);
  await goTo(page, /^2\. Momentum/);
  const first = page.locator('math-field[aria-label="Line 1"]');
  await first.focus();
  await page.evaluate(() => navigator.clipboard.writeText('v_t \\to 0\n\\|g(x_t)\\| \\to 0'));
  await page.keyboard.press('Control+v');
  await expect(page.getByRole('status').filter({ hasText: 'Read as' })).toHaveCount(2);
  await submit(page);
  await expectScore(partOf(page, '2b'), '3 of 3');
});

test('with the mouse: a proof from the keys of the part', async ({ page, newStudent }) => {
  await signIn(page, await newStudent());
  await enter(page, PRACTICE);
  await goTo(page, /^4\. Triplet/);
  const keys = page.getByRole('toolbar', { name: 'Symbols' }).first();
  const press = async (...names: string[]) => {
    for (const name of names)
      await keys.getByRole('button', { name: `Insert ${name}`, exact: true }).click();
  };
  const line = (index: number) => page.locator(`math-field[aria-label="Line ${index}"]`);
  await line(1).click();
  await page.waitForTimeout(200);
  await press('norm', 'symbol f, sub a');
  await page.keyboard.type('-');
  await press('symbol f, sub p');
  await page.keyboard.press('ArrowRight');
  await press('power');
  await page.keyboard.type('2');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('+');
  await press('symbol alpha', 'less or equal', 'norm', 'symbol f, sub a');
  await page.keyboard.type('-');
  await press('symbol f, sub n');
  await page.keyboard.press('ArrowRight');
  await press('power');
  await page.keyboard.type('2');
  await page.getByRole('button', { name: 'Add a line' }).click();
  await expect(line(2)).toBeFocused();
  await press('norm', 'symbol f, sub a');
  await page.keyboard.type('-');
  await press('symbol f, sub p');
  await page.keyboard.press('ArrowRight');
  await press('less', 'norm', 'symbol f, sub a');
  await page.keyboard.type('-');
  await press('symbol f, sub n');
  await submit(page);

  const part = partOf(page, '4a');
  await expectScore(part, '2 of 2');
  await expectAccessiblePart(page, '4a');
});

test('a line that does not follow gets a counterexample, words are passed over', async ({
  page,
  newStudent,
}) => {
  await signIn(page, await newStudent());
  await enter(page, PRACTICE);
  await goTo(page, /^4\. Triplet/);
  await asPlainText(page);
  await lineOf(page, 1).fill('Since l = 0 we have ||f_a - f_p||^2 - ||f_a - f_n||^2 + alpha = 0');
  await expect(page.getByText('Words beside it are for the reader')).toBeVisible();
  await lineOf(page, 1).press('Enter');
  await lineOf(page, 2).fill('||f_a - f_p||^2 < ||f_a - f_n||^2');
  await lineOf(page, 2).press('Enter');
  await lineOf(page, 3).fill('||f_a - f_p|| < ||f_a - f_n||');
  await lineOf(page, 3).press('Enter');
  await lineOf(page, 4).fill('f_a < ');
  await expect(page.getByText('Not read yet')).toBeVisible();
  await submit(page, 'Submit as it is');

  const part = partOf(page, '4a');
  await expectScore(part, '1.5 of 2');
  await expect(part.getByText('Line 1: not right')).toBeAttached();
  await expect(part.getByText('Line 3: right')).toBeAttached();
  await expect(part.getByText('everything known here holds').first()).toBeVisible();
  await expectAccessiblePart(page, '4a');
});

test('what is supposed: its lines are set in, its role can be chosen, and a contradiction ends it', async ({
  page,
  newStudent,
}) => {
  await signIn(page, await newStudent());
  await enter(page, PRACTICE);
  await goTo(page, /^4\. Triplet/);
  await asPlainText(page);
  await lineOf(page, 1).fill('||f_a-f_p|| >= ||f_a-f_n||');
  const role = (line: number) => page.getByRole('button', { name: new RegExp(`^Line ${line} is`) });
  await expect(role(1)).toHaveAccessibleName('Line 1 is: Claim. Change');
  await role(1).press('Enter');
  await page.getByRole('menuitem', { name: 'Suppose' }).press('Enter');
  await expect(role(1)).toHaveAccessibleName('Line 1 is: Suppose. Change');
  await lineOf(page, 1).press('Enter');
  await lineOf(page, 2).fill('l >= alpha > 0');
  await lineOf(page, 2).press('Enter');
  await lineOf(page, 3).fill('l = 0');
  const line = (index: number) => page.getByRole('listitem').filter({ has: lineOf(page, index) });
  await expect(line(2)).toHaveCSS('border-inline-start-style', 'solid');
  await lineOf(page, 3).press('Alt+ArrowLeft');
  await expect(line(3)).toHaveCSS('border-inline-start-style', 'none');
  await submit(page);

  const part = partOf(page, '4a');
  await expectScore(part, '2 of 2');
  await expectAccessiblePart(page, '4a');
});
