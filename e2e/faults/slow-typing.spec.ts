import type { Page } from '@playwright/test';
import { enter, expect, goTo, PRACTICE, signIn, test } from '../support/test';

/** What one types for S, and what must reach the server. */
const KEYS = ['s', '_', 'k', 'ArrowRight', 'S', '_', 'k', '-', '1', 'ArrowRight'];
const WRITTEN = 's_{k}S_{k-1}';

test('no key is lost however soon after the click it comes', async ({ page, newStudent }) => {
  const saved = await atReceptiveField(page, await newStudent());
  await clickAndType(page, 'S', KEYS);
  await expect.poll(() => saved().S).toBe(WRITTEN);
  // From one field to the other, and without a pause out of it to another assignment.
  await clickAndType(page, 'R', ['R', '_', 'k']);
  await goTo(page, /^2\. Momentum/);
  await expect.poll(saved).toEqual({ S: WRITTEN, R: 'R_{k}' });
});

test('no key is lost on a slow machine, where saving is slower than typing', async ({
  page,
  newStudent,
}) => {
  const saved = await atReceptiveField(page, await newStudent());
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  await clickAndType(page, 'S', KEYS);
  await expect.poll(() => saved().S).toBe(WRITTEN);
});

test('what is typed in front of two letters stays in front of them', async ({
  page,
  newStudent,
}) => {
  const saved = await atReceptiveField(page, await newStudent());
  await clickAndType(page, 'S', ['S', 's']);
  for (const key of ['Home', 'r', 'R']) await page.keyboard.press(key);
  await expect.poll(() => saved().S).toBe('rRSs');
});

/** Opens assignment 3. Returns what the server was last told of its fields. */
async function atReceptiveField(page: Page, account: Parameters<typeof signIn>[1]) {
  let fields: Record<string, string> = {};
  page.on('response', (response) => {
    const request = response.request();
    if (request.method() === 'PUT' && response.ok()) fields = request.postDataJSON().content.fields;
  });
  await signIn(page, account);
  await enter(page, PRACTICE);
  await goTo(page, /^3\. Receptive/);
  await expect(fieldOf(page, 'S')).toBeVisible();
  return () => fields;
}

function fieldOf(page: Page, name: string) {
  return page.locator(`math-field[data-field="${name}"]`);
}

/** As a person does: the keys follow the click and each other whether the page is ready or not. */
async function clickAndType(page: Page, name: string, keys: readonly string[]): Promise<void> {
  const box = await fieldOf(page, name).boundingBox();
  if (!box) throw new Error(`no field ${name}`);
  const pressed = [page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)];
  for (const key of keys) pressed.push(page.keyboard.press(key));
  await Promise.all(pressed);
}
