import type { Page } from '@playwright/test';
import {
  EVERY_KIND,
  enter,
  expect,
  goTo,
  PRACTICE,
  signIn,
  signInToEveryKind,
  test,
  typeFormula,
  untilReady,
} from '../support/test';

/** The contrast of two colours, of which the first may be seen through; by WCAG 2. */
async function contrastsOf(
  page: Page,
  selector: string,
  what: 'color' | 'borderTopColor',
): Promise<number[]> {
  return page.locator(selector).evaluateAll((elements, property) => {
    const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    if (!pen) throw new Error('no canvas');
    const paint = (color: string) => {
      pen.fillStyle = color;
      pen.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0] = pen.getImageData(0, 0, 1, 1).data;
      const [r = 0, g = 0, b = 0] = [red, green, blue].map((value) => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const behind = (element: Element | null): Element[] =>
      element ? [...behind(element.parentElement), element] : [];
    return elements.map((element) => {
      // What is around a border, and behind a text.
      const around = property === 'color' ? element : element.parentElement;
      const under = behind(around).map((each) => paint(getComputedStyle(each).backgroundColor));
      const ground = under.at(-1) ?? 1;
      const ink = paint(getComputedStyle(element)[property]);
      return (Math.max(ground, ink) + 0.05) / (Math.min(ground, ink) + 0.05);
    });
  }, what);
}

async function expectContrast(
  page: Page,
  selector: string,
  what: 'color' | 'borderTopColor',
  least: number,
): Promise<void> {
  await expect(page.locator(selector).first()).toBeVisible();
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', scheme);
    // Colours that were on their way between the schemes arrive at once or a moment later.
    await expect
      .poll(async () => Math.min(...(await contrastsOf(page, selector, what))), {
        message: `${selector}, ${scheme}`,
      })
      .toBeGreaterThanOrEqual(least);
  }
}

test('contrast of alerts and of what one writes into or ticks; skeletons keep still', async ({
  page,
}) => {
  await signInToEveryKind(page);
  await page.getByRole('link', { name: 'Enter' }).click();
  const kinds = page
    .getByRole('region', { name: 'Try it out' })
    .getByRole('button', { expanded: false });
  for (const name of [/^Choice/, /^Text/, /^Graph/]) await kinds.filter({ hasText: name }).click();
  await expectContrast(page, '.mantine-Radio-radio', 'borderTopColor', 3);
  await expectContrast(page, '.mantine-Textarea-input', 'borderTopColor', 3);
  await page.getByRole('tab', { name: 'Table' }).click();
  await expectContrast(page, '.mantine-NativeSelect-input', 'borderTopColor', 3);

  await page.goto('/');
  await enter(page, EVERY_KIND);
  await goTo(page, /formula/);
  await expectContrast(page, 'math-field', 'borderTopColor', 3);
  // As long as it cannot ask the server, the room warns and shows skeletons.
  await page.route(/\/api\/attempts\/[^/]+$/, (route) => route.abort());
  await page.reload();
  const alert = '[role=alert].mantine-Alert-root';
  await expectContrast(page, `${alert} .mantine-Alert-title`, 'color', 4.5);
  await expectContrast(page, `${alert} .mantine-Alert-message`, 'color', 4.5);
  const skeleton = page.locator('.mantine-Skeleton-root').first();
  await expect(skeleton).toBeVisible();
  const animation = () =>
    skeleton.evaluate((element) => getComputedStyle(element, '::after').animationName);
  expect(await animation()).toBe('none');
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  expect(await animation()).not.toBe('none');
});

test('by keyboard: few stops before the first part, keys of a toolbar by arrows, a formula that is read out', async ({
  page,
  newStudent,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await signIn(page, await newStudent());
  await enter(page, PRACTICE);
  await page.reload();
  await expect(page.getByRole('banner').getByText('Saved')).toBeVisible();

  // The last part is seen in the rail.
  const rail = page.getByRole('navigation', { name: 'Assignments' });
  await expect(rail.getByRole('button').last()).toBeInViewport({ ratio: 1 });

  const stops: string[] = [];
  const inPart = page.locator('[data-part]:focus-within');
  for (let tabs = 0; tabs < 10 && (await inPart.count()) === 0; tabs++) {
    await page.keyboard.press('Tab');
    stops.push(await page.evaluate(() => document.activeElement?.textContent ?? ''));
  }
  // The way past the bar, its messages and its button, the rail as one, and the part's own flag.
  expect(stops.length, stops.join(' | ')).toBeLessThanOrEqual(5);
  expect(stops[0]).toBe('Skip to the answers');
  await page.getByRole('link', { name: 'Skip to the answers' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('#sheet')).toBeFocused();

  await goTo(page, /^3\. Receptive/);
  await untilReady(page);
  const keys = page.getByRole('toolbar', { name: 'Symbols' }).getByRole('button');
  await keys.first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(keys.nth(1)).toBeFocused();
  await page.keyboard.press('End');
  await expect(keys.last()).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(keys.first()).toBeFocused();
  await page.keyboard.press('Tab');
  const sinkOf = (field: string) =>
    page.locator(`math-field[data-field="${field}"] [part=keyboard-sink]`);
  await expect(sinkOf('R')).toHaveAttribute('aria-label', 'Formula for R, sub k: empty');

  await typeFormula(page, 'S', 's_k→S_k-1→');
  await expect(sinkOf('S')).toHaveAttribute('aria-label', /^Formula for S, sub k: .*sub/);
  // What is read keeps its line: nothing below moves when it comes.
  const below = page.getByRole('switch', { name: 'Type as plain text' });
  const before = (await below.boundingBox())?.y;
  await typeFormula(page, 'R', 'r_k→');
  await expect(page.getByRole('status').filter({ hasText: 'Read as' })).toHaveCount(2);
  expect((await below.boundingBox())?.y).toBe(before);

  // A condition that fields share is said once.
  await goTo(page, /^4\. /);
  const fields = page.getByRole('group', { name: 'Assignment 4, part b (1)' });
  await expect(fields.locator('math-field')).toHaveCount(4);
  await expect(fields.locator('annotation', { hasText: 'l > 0' })).toHaveCount(1);
});
