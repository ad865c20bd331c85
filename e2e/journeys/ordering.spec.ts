import type { Page } from '@playwright/test';
import {
  EVERY_KIND,
  enter,
  expect,
  expectAccessiblePart,
  expectScore,
  goTo,
  partOf,
  signInToEveryKind,
  submit,
  test,
  untilReady,
} from '../support/test';

const RIGHT = ['t', 's', 'q', 'p', 'r'];

/** The exam with every kind of answer, at its part that asks for an order. */
async function toOrdering(page: Page): Promise<void> {
  await signInToEveryKind(page);
  await enter(page, EVERY_KIND);
  await openSheet(page);
}

/** By the list, which a phone has behind a button. */
async function openSheet(page: Page): Promise<void> {
  const list = page.getByRole('button', { name: 'Open the list of assignments' });
  if (await list.isVisible()) await list.click();
  await goTo(page, /ordering/);
  await untilReady(page);
}

const items = (page: Page) => page.locator('[data-part="ordering"] [data-item]');
const orderOf = (page: Page) =>
  items(page).evaluateAll((all) => all.map((item) => item.getAttribute('data-item') ?? ''));
const item = (page: Page, id: string) => page.locator(`[data-item="${id}"]`);
const handle = (page: Page, id: string) => item(page, id).getByRole('button', { name: /^Drag / });

test('with the buttons, by keyboard alone: in order, kept over a reload, full points', async ({
  page,
}) => {
  await toOrdering(page);
  const first = await orderOf(page);
  await page.getByRole('button', { name: 'Keep this order' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Not answered yet')).toBeHidden();
  for (const [place, id] of RIGHT.entries()) {
    while ((await orderOf(page)).indexOf(id) > place) {
      await item(page, id).getByRole('button', { name: / up$/ }).focus();
      await page.keyboard.press('Enter');
    }
  }
  expect(await orderOf(page)).toEqual(RIGHT);
  expect(first.toSorted()).toEqual(RIGHT.toSorted());
  await expect(page.getByRole('banner').getByText('Saved')).toBeVisible();
  await page.reload();
  await openSheet(page);
  expect(await orderOf(page)).toEqual(RIGHT);
  await submit(page);
  await expectScore(partOf(page, 'ordering'), '2 of 2');
  await expectAccessiblePart(page, 'ordering');
});

test('by dragging, with the keyboard and with the mouse; and cleared again', async ({ page }) => {
  await toOrdering(page);
  const before = await orderOf(page);
  const [one = '', two = '', three = ''] = before;
  await handle(page, one).focus();
  await page.keyboard.press('Space');
  await expect(item(page, one)).toHaveAttribute('data-dragging', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByText(/ would be 2\.$/)).toBeAttached();
  await page.keyboard.press('Space');
  await expect.poll(() => orderOf(page)).toEqual([two, one, ...before.slice(2)]);

  const from = await handle(page, two).boundingBox();
  const to = await handle(page, three).boundingBox();
  if (!from || !to) throw new Error('no handles');
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + 10, (from.y + to.y) / 2, { steps: 5 });
  await page.mouse.move(to.x + 10, to.y + to.height / 2 + 4, { steps: 5 });
  await page.mouse.up();
  await expect.poll(() => orderOf(page)).toEqual([one, three, two, ...before.slice(3)]);

  await page.getByRole('button', { name: 'Clear the answer' }).click();
  await expect(page.getByText('Not answered yet')).toBeVisible();
  // The same for this attempt, whenever it is looked at.
  expect(await orderOf(page)).toEqual(before);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a finger on the handle takes the item along', async ({ page, context }) => {
    await toOrdering(page);
    const before = await orderOf(page);
    const [one = '', two = ''] = before;
    const from = await handle(page, one).boundingBox();
    const to = await handle(page, two).boundingBox();
    if (!from || !to) throw new Error('no handles');
    const x = from.x + from.width / 2;
    const finger = await context.newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove', y: number) =>
      finger.send('Input.dispatchTouchEvent', { type, touchPoints: [{ x, y }] });
    await touch('touchStart', from.y + from.height / 2);
    for (let share = 0.1; share <= 1.01; share += 0.1)
      await touch('touchMove', from.y + from.height / 2 + share * (to.y - from.y + 6));
    await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await expect.poll(() => orderOf(page)).toEqual([two, one, ...before.slice(2)]);
  });
});
