import type { CDPSession, Locator, Page } from '@playwright/test';
import {
  asPlainText,
  enter,
  expect,
  goTo,
  PRACTICE,
  signIn,
  test,
  typeKeys,
  untilReady,
} from '../support/test';

/** What a plain keyboard types, and what stands in the field then. */
const TYPED: readonly (readonly [string, string])[] = [
  ['2(f_n-f_p)', '2(f_n-f_p)'],
  ['f_p/2+1', '\\frac{f_p}{2}+1'],
  ['f_p / 2 + 1', '\\frac{f_p}{2}+1'],
  ['(f_a - f_p) / alpha f_n', '\\frac{(f_a-f_p)}{\\alpha}f_n'],
  ['-ln l / alpha', '-\\frac{\\ln l}{\\alpha}'],
  ['||f_a - f_p|| / (2 alpha) f_n', '\\frac{\\Vert f_a-f_p\\Vert}{(2\\alpha)}f_n'],
  ['l / alpha / 2', '\\frac{\\frac{l}{\\alpha}}{2}'],
  ['l ^ 2', 'l^2'],
  ['||f_a-f_p||^2-alpha<=0', '\\Vert f_a-f_p\\Vert^2-\\alpha\\le0'],
  ['e^(-alpha x)f_n', 'e^{(-\\alpha x)}f_n'],
  ['sum_k=1^n k f_n', '\\sum_{k=1}^{n}kf_n'],
  ['prod_i=n+1^m(1+i)', '\\prod_{i=n+1}^{m}(1+i)'],
  ['dl/df_a +dl/df_p', '\\frac{dl}{df_a}+\\frac{dl}{df_p}'],
  ['partial l/partial f_a f_n', '\\frac{\\partial l}{\\partial f_a}f_n'],
  ['int f_n dx', '\\int f_n dx'],
  ['int_0^1 x dx', '\\int_0^1xdx'],
  ['lim_x->0 f_n', '\\lim_{x\\to0}f_n'],
  ['sqrt(2)f_n', '\\sqrt{(2)}f_n'],
];

test('what is typed on a plain keyboard is what stands in the field', async ({
  page,
  newStudent,
}) => {
  const field = await openTriplets(page, newStudent);
  for (const [keys, latex] of TYPED) {
    await typeKeys(page, keys);
    await expectLatex(field, latex);
    await clear(page);
  }
});

test('a gradient and derivatives in letters are those of the part', async ({
  page,
  newStudent,
}) => {
  const field = await openField(page, newStudent, /^6\. /, 'gradient');
  for (const [keys, latex] of [
    ['-y/lambda dl/dy grad f', '-\\frac{y}{\\lambda}\\frac{dl}{\\mathrm{d}y}\\nabla f'],
    ['dT / dlambda grad_w f', '\\frac{dT}{d\\lambda}\\nabla_w f'],
    ['y grad', 'y\\nabla_w f'],
  ] as const) {
    await typeKeys(page, keys);
    await expectLatex(field, latex);
    await clear(page);
  }
});

test('dead keys and keyboards of other countries', async ({ page, newStudent }) => {
  const field = await openTriplets(page, newStudent);
  const browser = await page.context().newCDPSession(page);
  // The dead `^` of German and Czech keyboards, followed by a letter, by a digit, by a space.
  await typeKeys(page, 'f_n');
  await compose(browser, 'â');
  await expectLatex(field, 'f_n^a');
  await clear(page);
  await typeKeys(page, 'x');
  await compose(browser, '^');
  await typeKeys(page, '2+');
  await expectLatex(field, 'x^2+');
  await clear(page);
  // On the keyboards of most of Europe `<` has a key of its own, where the British have a backslash.
  await typeKeys(page, 'x');
  await pressAt(browser, 'IntlBackslash', '<');
  await typeKeys(page, 'y');
  await expectLatex(field, 'x<y');
  await pressAt(browser, 'IntlBackslash', '\\');
  await typeKeys(page, 'alpha ');
  await expectLatex(field, 'x<y\\alpha');
  // An input method puts in a whole text at once.
  await clear(page);
  await browser.send('Input.insertText', { text: '2f_n-f_p' });
  await expectLatex(field, '2f_n-f_p');
});

test('what is pasted is read as if it were typed, LaTeX as it stands, and can be undone', async ({
  page,
  context,
  newStudent,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const field = await openTriplets(page, newStudent);
  for (const [copied, latex] of [
    ['2(f_n-f_p)', '2(f_n-f_p)'],
    ['2(𝑓_𝑛−𝑓_𝑝)', '2(f_n-f_p)'],
    ['`2(f_n - f_p)`', '2(f_n-f_p)'],
    ['$2\\left(f_{n}-f_{p}\\right)$', '2(f_n-f_p)'],
    ['\\[ \\frac{f_n}{2} \\]', '\\frac{f_n}{2}'],
  ] as const) {
    await page.evaluate((text) => navigator.clipboard.writeText(text), copied);
    await page.keyboard.press('ControlOrMeta+v');
    await expectLatex(field, latex);
    await clear(page);
  }
  await typeKeys(page, 'f_n+1');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(field).not.toHaveJSProperty('value', 'f_{n}+1');
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expectLatex(field, 'f_n+1');
});

test('what nests too deeply for a visual field goes on as text, pasted or typed', async ({
  page,
  context,
  newStudent,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const field = await openTriplets(page, newStudent);
  await typeKeys(page, '1/(1+'.repeat(9));
  const text = page.locator('input[data-field="d_fa"]');
  await expect(text).toBeFocused();
  await expect(page.getByText('Too long or too deeply nested for a visual field')).toBeVisible();
  await text.fill('f_a');
  await expect(field).toBeVisible();
  await field.click();
  await clear(page);
  const nested = `${'\\frac{1}{'.repeat(40)}x${'}'.repeat(40)}`;
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), nested);
  await page.keyboard.press('ControlOrMeta+v');
  await expect(text).toHaveValue(nested);
});

test('one who rests in an index is told the way out, and the plain field reads the same keys', async ({
  page,
  newStudent,
}) => {
  await openTriplets(page, newStudent);
  await typeKeys(page, 'f_n');
  await expect(page.getByText(/leaves the index/).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText(/leaves the index/)).toHaveCount(0);
  await asPlainText(page);
  const plain = page.locator('input[data-field="d_fa"]');
  await plain.fill('2(f_n-f_p)');
  await expect(page.getByRole('status').filter({ hasText: 'Read as' })).toContainText('2(fn−fp)');
});

type NewStudent = () => Promise<Parameters<typeof signIn>[1]>;

function openTriplets(page: Page, newStudent: NewStudent): Promise<Locator> {
  return openField(page, newStudent, /^4\. /, 'd_fa');
}

async function openField(
  page: Page,
  newStudent: NewStudent,
  assignment: RegExp,
  name: string,
): Promise<Locator> {
  await signIn(page, await newStudent());
  await enter(page, PRACTICE);
  await goTo(page, assignment);
  await untilReady(page);
  const field = page.locator(`math-field[data-field="${name}"]`);
  await field.click();
  await expect(field).toBeFocused();
  return field;
}

/** The same formula, whichever braces, sizes and macros of the part MathLive writes it with. */
async function expectLatex(field: Locator, latex: string): Promise<void> {
  await expect(async () => {
    const value = await field.evaluate((element) =>
      'getValue' in element && typeof element.getValue === 'function'
        ? String(element.getValue('latex-expanded'))
        : '',
    );
    expect(bare(value)).toBe(bare(latex));
  }).toPass({ timeout: 5000 });
}

function bare(latex: string): string {
  return latex
    .replace(/\\(?:left|right)(?![a-z])|\\[:,;]|\s/g, '')
    .replace(/([_^])\{(\\?\w+)\}/g, '$1$2');
}

async function clear(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Backspace');
}

/** A dead key and the one after it, as the browser tells of them. */
async function compose(browser: CDPSession, text: string): Promise<void> {
  await browser.send('Input.imeSetComposition', { text, selectionStart: 1, selectionEnd: 1 });
  await browser.send('Input.insertText', { text });
}

async function pressAt(browser: CDPSession, code: string, key: string): Promise<void> {
  await browser.send('Input.dispatchKeyEvent', { type: 'keyDown', code, key, text: key });
  await browser.send('Input.dispatchKeyEvent', { type: 'keyUp', code, key });
}
