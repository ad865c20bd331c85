import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/**
 * The rules that the page breaks, or what `selector` names of it, each with where.
 *
 * Run within the page and asked for violations alone, this takes a fifth of what axe takes when it lists all that is right
 * too and puts that together in a second page, as it needs to for pages with frames.
 */
export async function problemsOf(page: Page, selector?: string): Promise<string[]> {
  expect(page.frames(), 'this looks at one frame').toHaveLength(1);
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await (selector ? axe.include(selector) : axe).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

/** A page breaks no rule and does not scroll sideways: light and dark, on a desktop and at the width of a phone. */
export async function expectAccessible(
  page: Page,
  name: string,
  colorSchemes: readonly ('light' | 'dark')[] = ['light', 'dark'],
): Promise<void> {
  for (const colorScheme of colorSchemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const size of [
      { width: 1280, height: 900 },
      { width: 390, height: 844 },
    ]) {
      await page.setViewportSize(size);
      await page.waitForTimeout(150);
      expect(await problemsOf(page), `${name}, ${colorScheme}, ${size.width} px`).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, `${name} scrolls sideways at ${size.width} px`).toBeLessThanOrEqual(0);
    }
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}
