import type { Page } from '@playwright/test';
import {
  enter,
  expect,
  expectAccessiblePart,
  expectScore,
  goTo,
  PRACTICE,
  partOf,
  signIn,
  submit,
  test,
} from '../support/test';

/** Where a point of the plane is on the screen now; the plane is 652 px wide at 60 px a unit. */
async function onScreen(page: Page, [x, y]: readonly [number, number]) {
  const box = await page.locator('.react-flow').boundingBox();
  if (!box) throw new Error('there is no plane');
  const unit = (60 * box.width) / 652;
  return { x: box.x + box.width / 2 + x * unit, y: box.y + box.height / 2 - y * unit };
}

async function dragTo(page: Page, id: string, to: readonly [number, number]): Promise<void> {
  const node = await page.locator(`.react-flow__node[data-id="${id}"]`).boundingBox();
  if (!node) throw new Error(`there is no ${id}`);
  const [from, end] = [
    { x: node.x + node.width / 2, y: node.y + node.height / 2 },
    await onScreen(page, to),
  ];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + end.x) / 2, (from.y + end.y) / 2, { steps: 5 });
  await page.mouse.move(end.x, end.y, { steps: 5 });
  await page.mouse.up();
}

test('with the mouse: three points, an arrow from each, and one of them undone', async ({
  page,
  newStudent,
}) => {
  await signIn(page, await newStudent());
  await enter(page, PRACTICE);
  await goTo(page, /^4\. /);
  const plane = page.locator('.react-flow');
  await plane.scrollIntoViewIfNeeded();
  for (const at of [
    [0, -1],
    [2, 1],
    [-2, 1.5],
  ] as const) {
    const place = await onScreen(page, at);
    await page.mouse.click(place.x, place.y);
  }
  await expect(page.locator('.react-flow__node-point')).toHaveCount(3);
  await dragTo(page, 'fa.tip', [3, -1.3]);
  await dragTo(page, 'fp.tip', [1, 0]);
  await dragTo(page, 'fn.tip', [-1, 3]);
  await expect(page.locator('.react-flow__edge')).toHaveCount(3);
  // What an arrow is fastened to is in the middle of its point, and not to be seen.
  await expect(page.locator('.react-flow__handle').first()).toHaveCSS('width', '1px');
  await page.waitForTimeout(700);
  await dragTo(page, 'fn.tip', [-3.2, 3]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await dragTo(page, 'fn.tip', [-3.2, 3]);
  await submit(page);

  const part = partOf(page, '4b-drawing');
  await expectScore(part, '1 of 1');
  await expect(part.locator('.react-flow__edge')).toHaveCount(6);
  await expectAccessiblePart(page, '4b-drawing');
});

test('by touch, snapped to the grid: what is drawn is what is graded', async ({
  browser,
  newStudent,
}) => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    locale: 'en-GB',
  });
  const page = await context.newPage();
  await signIn(page, await newStudent());
  await enter(page, PRACTICE);
  await page.getByRole('button', { name: 'Open the list of assignments' }).click();
  await goTo(page, /^4\. /);
  await page.getByRole('switch', { name: 'Snap to a grid' }).click();
  const plane = page.locator('.react-flow');
  await plane.scrollIntoViewIfNeeded();
  for (const at of [
    [0.1, -1.1],
    [2.1, 0.9],
    [-2, 1.4],
  ] as const) {
    const place = await onScreen(page, at);
    await page.touchscreen.tap(place.x, place.y);
  }
  await dragTo(page, 'fa.tip', [3.1, -1.4]);
  // Below the edge of the plane the arrow goes along: nothing is drawn that is not stored.
  await dragTo(page, 'fa', [4.9, -1]);
  await page.getByRole('tab', { name: 'Coordinates' }).click();
  const value = (name: string) => page.locator(`[data-field="${name}"]`).inputValue().then(Number);
  expect([await value('fa-x'), await value('fa-y')]).toEqual([2, -1]);
  expect(await value('fp-x')).toBe(2);
  expect(await value('fa-right')).toBe(3);
  await context.close();
});

test('by keyboard alone: points by their buttons, arrows by arrow keys, the rest as numbers', async ({
  page,
  newStudent,
}) => {
  await signIn(page, await newStudent());
  await enter(page, PRACTICE);
  await goTo(page, /^4\. /);
  for (const id of ['fa', 'fp', 'fn']) {
    await page.locator(`[data-place="${id}"]`).focus();
    await page.keyboard.press('Enter');
  }
  const node = (id: string) => page.locator(`.react-flow__node[data-id="${id}"]`);
  // A point that was placed by a key has the focus.
  await expect(node('fn')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByText('Point f, sub n at 2, 0.1')).toBeAttached();
  await page.keyboard.press('Delete');
  await expect(node('fn')).toHaveCount(0);
  await page.locator('[data-place="fn"]').click();
  await node('fa').focus();
  for (let step = 0; step < 6; step++) await page.keyboard.press('Shift+ArrowDown');
  await node('fa.tip').focus();
  for (let step = 0; step < 4; step++) await page.keyboard.press('Shift+ArrowRight');
  await page.getByRole('tab', { name: 'Coordinates' }).focus();
  await page.keyboard.press('Enter');
  const value = (name: string) => page.locator(`[data-field="${name}"]`).inputValue().then(Number);
  expect(await value('fa-y')).toBeLessThan(-1);
  expect(await value('fa-right')).toBeGreaterThan(1);

  // A cell that is being rewritten takes nothing away, and a sign may be typed first.
  const x = page.locator('[data-field="fa-x"]');
  await x.focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('-0.5');
  await page.keyboard.press('Tab');
  expect(await value('fa-x')).toBe(-0.5);
  expect(await value('fa-y')).toBeLessThan(-1);
  expect(await value('fa-right')).toBeGreaterThan(1);

  const numbers = {
    'fa-x': '0',
    'fa-y': '-1',
    'fp-x': '2',
    'fp-y': '1',
    'fn-x': '-2',
    'fn-y': '1.5',
    'fa-right': '4',
    'fa-up': '-0.5',
    'fp-right': '2',
    'fp-up': '2',
    'fn-right': '-2',
    'fn-up': '2.5',
  };
  for (const [name, number] of Object.entries(numbers)) {
    await page.locator(`[data-field="${name}"]`).focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type(number);
  }
  await submit(page);

  const part = partOf(page, '4b-drawing');
  await expectScore(part, '0.75 of 1');
  await expect(part.getByText('is off by 180°')).toBeVisible();
  await expect(part.getByText('along which the loss grows')).toBeVisible();
});
