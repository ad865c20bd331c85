import type { Page } from '@playwright/test';
import {
  enter,
  expect,
  expectScore,
  PRACTICE,
  partOf,
  signIn,
  submit,
  test,
  untilReady,
} from '../support/test';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

test('on a phone: the drawer, the symbol keys, submission and result', async ({
  page,
  newStudent,
}) => {
  await signIn(page, await newStudent());
  await enter(page, PRACTICE);
  await page.getByRole('button', { name: 'Open the list of assignments' }).tap();
  await page
    .getByRole('navigation', { name: 'Assignments' })
    .getByRole('button', { name: /^3\. Receptive/ })
    .tap();
  await expect(page.getByRole('heading', { name: /^Assignment 3/ })).toBeVisible();
  await untilReady(page);

  await page.locator('math-field[data-field="S"]').tap();
  await page.waitForTimeout(300);
  const keyboard = page.getByRole('region', { name: 'Formula keyboard' });
  await keyboard.getByRole('button', { name: 'Insert symbol s, sub k', exact: true }).tap();
  await keyboard.getByRole('button', { name: /^Insert symbol S, .*k, minus, 1/ }).tap();
  await expect(page.getByRole('status').filter({ hasText: 'Read as' })).toBeVisible();
  await expect(page.getByRole('banner').getByText('Saved')).toBeVisible();
  await submit(page);
  await expectScore(partOf(page, '3'), '1.5 of 3');
});

test('on a phone: a graph is drawn, the page scrolls over it, and a deletion is undone', async ({
  page,
  newStudent,
}) => {
  await signIn(page, await newStudent());
  await enter(page, PRACTICE);
  const canvas = page.locator('.react-flow');
  await expect(canvas).toBeVisible();
  const palette = page.getByRole('toolbar', { name: 'Nodes to place' }).getByRole('button');
  const count = await palette.count();
  for (const node of await palette.all()) await node.tap();
  const nodes = page.locator('.react-flow__node');
  await expect(nodes).toHaveCount(count);
  const frame = await canvas.boundingBox();
  for (const node of await nodes.all()) {
    const box = await node.boundingBox();
    if (!frame || !box) throw new Error('not drawn');
    expect(box.x).toBeGreaterThanOrEqual(frame.x);
    expect(box.x + box.width).toBeLessThanOrEqual(frame.x + frame.width);
    expect(box.y).toBeGreaterThanOrEqual(frame.y);
    expect(box.y + box.height).toBeLessThanOrEqual(frame.y + frame.height);
  }

  await page.locator('.react-flow__node[data-id="x"]').tap();
  await page.locator('[data-delete="x"]').tap();
  await expect(nodes).toHaveCount(count - 1);
  await page.getByRole('button', { name: 'Undo' }).tap();
  await expect(nodes).toHaveCount(count);

  // One finger on the empty canvas scrolls the page; one on a node moves the node.
  await canvas.scrollIntoViewIfNeeded();
  const box = await canvas.boundingBox();
  if (!box) throw new Error('not drawn');
  const scrolled = () => page.evaluate(scrollAtRest);
  const before = await scrolled();
  await swipeUp(page, { x: box.x + box.width - 8, y: box.y + box.height - 20 });
  await expect.poll(scrolled).toBeGreaterThan(before + 50);
  await canvas.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const after = await scrolled();
  const node = await nodes.last().boundingBox();
  if (!node) throw new Error('not drawn');
  const middle = { x: node.x + node.width / 2, y: node.y + node.height / 2 };
  await swipeUp(page, middle);
  await expect.poll(async () => (await nodes.last().boundingBox())?.y).toBeLessThan(node.y - 50);
  expect(await scrolled()).toBe(after);
});

test('by keyboard alone: the graph through its table, a formula as plain text', async ({
  page,
  newStudent,
}) => {
  await signIn(page, await newStudent());
  await enter(page, PRACTICE);
  await page.getByRole('tab', { name: 'Drawing' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  const from = page.getByRole('combobox', { name: 'From' });
  await from.focus();
  await page.keyboard.type('x');
  await page.keyboard.press('Tab');
  await page.keyboard.type('f');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Delete the arrow from x to f' })).toBeVisible();

  await page.getByRole('switch', { name: 'Type as plain text' }).first().focus();
  await page.keyboard.press('Space');
  await page.locator('input[data-field="dv"]').focus();
  await page.keyboard.type('JgL * Jvg');
  await submit(page);
  await expect(partOf(page, '1a-graph').getByText('1 of 5 arrows are right')).toBeVisible();
  await expectScore(partOf(page, '1a-gradients'), '0.5 of 1.5');
});

/** Draws a finger 150 px up the screen. */
async function swipeUp(page: Page, { x, y }: { x: number; y: number }): Promise<void> {
  const finger = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove', up: number) =>
    finger.send('Input.dispatchTouchEvent', { type, touchPoints: [{ x, y: y - up }] });
  await touch('touchStart', 0);
  for (let up = 15; up <= 150; up += 15) await touch('touchMove', up);
  await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

/** How far the page is scrolled, once it no longer moves. */
function scrollAtRest(): Promise<number> {
  return new Promise((resolve) => {
    let [last, still] = [window.scrollY, 0];
    const look = () => {
      still = window.scrollY === last ? still + 1 : 0;
      last = window.scrollY;
      if (still > 20) resolve(last);
      else requestAnimationFrame(look);
    };
    look();
  });
}
