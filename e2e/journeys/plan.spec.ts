import {
  enter,
  expect,
  expectAccessiblePart,
  expectScore,
  PRACTICE,
  partOf,
  signIn,
  submit,
  test,
  typeLines,
} from '../support/test';

test('by keyboard alone: a plan of four lines, its points, and the two graphs', async ({
  page,
  newStudent,
}) => {
  await signIn(page, await newStudent());
  await enter(page, PRACTICE);
  await expect(page.locator('math-field[aria-label="Line 1"]')).toBeVisible();

  await typeLines(page, ['a=JgLJfg', 'd_x→=aJwf', 'd_w→=aJxf', 'd_v→=JgLJvg']);
  const line = (index: number) => page.locator(`math-field[aria-label="Line ${index}"]`);
  await expect(page.getByRole('status').filter({ hasText: 'is a row of' })).toHaveCount(4);

  // The two gradients are in each other's place: the lines move, then their names are mended.
  await page.keyboard.press('Alt+ArrowUp');
  await expect(line(3)).toBeFocused();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(line(2)).toBeFocused();
  await expect(page.getByRole('status').filter({ hasText: 'Line 3 is now line 2.' })).toHaveCount(
    1,
  );
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(line(4)).toBeFocused();

  for (const [index, keys] of [
    [2, 'd_w→=aJwf'],
    [3, 'd_x→=aJxf'],
  ] as const) {
    await line(index).focus();
    await page.waitForTimeout(200);
    await page.keyboard.press('Control+a');
    for (const key of keys) await page.keyboard.press(key === '→' ? 'ArrowRight' : key);
  }

  // A line too many is deleted, and can be put back.
  await page.keyboard.press('Enter');
  await page.keyboard.type('b=2a');
  await expect(page.getByRole('status').filter({ hasText: '2a' })).toBeVisible();
  await page.keyboard.press('Alt+Backspace');
  await expect(line(3)).toBeFocused();
  await page.getByRole('button', { name: 'Put line 4 back' }).press('Enter');
  await expect(line(4)).toBeFocused();
  await page.keyboard.press('Alt+Backspace');
  await expect(line(5)).toHaveCount(0);
  await submit(page);

  const part = partOf(page, '1b');
  await expectScore(part, '2 of 2');
  await expect(part.getByRole('img', { name: /^Plan in this answer as a graph/ })).toBeVisible();
  await expect(part.getByRole('img', { name: /^Best plan as a graph/ })).toBeVisible();
  await expectAccessiblePart(page, '1b');
});

test('what is typed right after Enter stays, and an empty line goes with Backspace', async ({
  page,
  newStudent,
}) => {
  await signIn(page, await newStudent());
  await enter(page, PRACTICE);
  const line = (index: number) => page.locator(`math-field[aria-label="Line ${index}"]`);
  await expect(line(1)).toBeVisible();
  await line(1).focus();
  await page.waitForTimeout(500);
  await page.keyboard.type('a=JgLJfg\nh=aJwf');
  await expect(line(2)).toBeFocused();
  await expect(page.getByRole('status').filter({ hasText: 'is a row of' })).toHaveCount(2);
  await page.keyboard.press('Enter');
  await expect(line(3)).toBeFocused();
  await page.keyboard.press('Backspace');
  await expect(line(2)).toBeFocused();
  await page.keyboard.type('+h');
  await expect(page.getByRole('status').filter({ hasText: 'from itself' })).toBeVisible();
});

test('as plain text: lines are opened, moved and put back, and the visual fields show the same', async ({
  page,
  newStudent,
}) => {
  await signIn(page, await newStudent());
  await enter(page, PRACTICE);
  await expect(page.locator('math-field[aria-label="Line 1"]')).toBeVisible();
  const plain = page.getByRole('switch', { name: 'Type as plain text' }).last();
  await plain.focus();
  await page.keyboard.press('Space');
  const line = (index: number) => page.getByRole('textbox', { name: `Line ${index}`, exact: true });
  await line(1).focus();
  await page.keyboard.type('dw = tmp*Jwf\ntmp = JgL*Jfg');
  await expect(page.getByRole('status').filter({ hasText: 'only in line 2' })).toBeVisible();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(line(1)).toHaveValue('tmp = JgL*Jfg');
  await expect(line(2)).toHaveValue('dw = tmp*Jwf');
  await expect(page.getByRole('status').filter({ hasText: 'is a row of' })).toHaveCount(2);

  await page.getByRole('button', { name: 'Delete line 1' }).click();
  await page.getByRole('button', { name: 'Put line 1 back' }).click();
  await expect(line(1)).toHaveValue('tmp = JgL*Jfg');

  await plain.focus();
  await page.keyboard.press('Space');
  const visual = page.locator('math-field[aria-label="Line 1"]');
  await expect(visual).toBeVisible();
  await visual.focus();
  await page.waitForTimeout(300);
  await page.keyboard.press('Enter');
  await page.keyboard.type('dv=JgLJvg');
  await submit(page);
  await expectScore(partOf(page, '1b'), '1.25 of 2');
});

test('words beside a line stay words, as they do in proofs', async ({ page, newStudent }) => {
  await signIn(page, await newStudent());
  await enter(page, PRACTICE);
  await typeLines(page, ['first a=J_g^L J_f^g', 'reuse a for both']);
  const line = page.locator('math-field[aria-label="Line 2"]');
  await expect(line).toHaveJSProperty('value', 'reuse\\:a\\:for\\:both');
  await expect(page.getByRole('status').filter({ hasText: 'is a row of' })).toHaveCount(1);
});
