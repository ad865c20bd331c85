import type { Page } from '@playwright/test';
import { problemsOf } from '../support/accessible';
import { fingerKeyboard, tapInto, tapKey, tapText } from '../support/fingers';
import { enter, expect, goTo, PRACTICE, signIn, submit, test, untilReady } from '../support/test';

test.use({
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  // A key that is not there is told by its name, not by the end of the test.
  actionTimeout: 30_000,
});

/** The formula fields of the seed exam by assignment, as one types them on a plain keyboard. */
const FIELDS: readonly (readonly [RegExp, Readonly<Record<string, string>>])[] = [
  [/^1\. /, { dv: 'J_g^L J_v^g', dw: 'J_g^L J_f^g J_w^f', dx: 'J_g^L J_f^g J_x^f' }],
  [/^2\. /, { x_next: 'x_t+mu(x_t-x_t-1)-epsilon g(x_t)' }],
  [/^3\. /, { R: 'R_k-1+(r_k-1)S_k-1', S: 's_k S_k-1' }],
  [
    /^4\. /,
    {
      d_fa: '2(f_n-f_p)',
      d_fp: '-2(f_a-f_p)',
      d_fn: '2(f_a-f_n)',
      d_zero: '0',
      d_theta: '2J_a^T(f_n-f_p)+2J_p^T(f_p-f_a)+2J_n^T(f_a-f_n)',
    },
  ],
  [/^6\. /, { T: 'u/lambda', gradient: "-l'(y)y/lambda nabla_w f" }],
];

/** The lines of its plans, proofs and derivations. */
const LINES: readonly (readonly [RegExp, string, readonly string[]])[] = [
  [/^1\. /, '1b', ['a=J_g^L J_f^g', 'd_w=a J_w^f', 'd_x=a J_x^f', 'd_v=J_g^L J_v^g']],
  [/^2\. /, '2b', ['epsilon g(x_t)=mu(x_t-x_t-1)-(x_t+1-x_t)', '||g(x_t)||->0']],
  [/^4\. /, '4a', ['||f_a-f_p||^2-||f_a-f_n||^2+alpha<=0', '||f_a-f_p||-||f_a-f_n||<0']],
  [
    /^5\. /,
    '5',
    [
      'int_0^infty lambda e^(-lambda x)(ln(lambda)-lambda x-ln(mu)+mu x)dx',
      'ln(lambda)-ln(mu)+mu/lambda-1',
    ],
  ],
];

test('the whole exam by taps alone: 26 of 26', async ({ page, newStudent }) => {
  test.setTimeout(900_000);
  await signIn(page, await newStudent());
  await enter(page, PRACTICE);
  await tapGraph(page);
  for (const assignment of [/^1\. /, /^2\. /, /^3\. /, /^4\. /, /^5\. /, /^6\. /]) {
    await open(page, assignment);
    await tapFields(page, assignment);
    await tapLines(page, assignment);
    if (assignment.source.includes('4')) await tapArrows(page);
  }
  await submit(page);
  await expect(page.getByText('26 of 26 points')).toBeVisible();
});

test('on its side a phone shows field and keyboard, whose keys have names', async ({
  page,
  newStudent,
}) => {
  await page.setViewportSize({ width: 844, height: 390 });
  await signIn(page, await newStudent());
  await enter(page, PRACTICE);
  for (const [assignment, fields] of FIELDS) {
    await open(page, assignment);
    for (const name of Object.keys(fields))
      await tapInto(page, page.locator(`math-field[data-field="${name}"]`));
  }
  const buttons = fingerKeyboard(page).getByRole('button');
  expect(await buttons.count()).toBeGreaterThan(30);
  for (const name of await buttons.evaluateAll((all) => all.map((one) => one.ariaLabel)))
    expect(name).toMatch(/\S/);
  await tapKey(page, 'Hide the keyboard');
  await expect(fingerKeyboard(page)).toBeHidden();

  // A finger that reaches the lower half of a field, whose top is behind the bar, gets all of it.
  const field = page.locator('math-field[data-field="T"]');
  const bar = (await page.getByRole('banner').boundingBox())?.height ?? 0;
  await field.evaluate((element, under) => {
    element.scrollIntoView({ block: 'start', behavior: 'instant' });
    const { top, height } = element.getBoundingClientRect();
    window.scrollBy({ top: top + height / 2 - under, behavior: 'instant' });
  }, bar);
  await page.touchscreen.tap(400, bar + 12);
  await expect(fingerKeyboard(page)).toBeVisible();
  await expect.poll(async () => (await field.boundingBox())?.y).toBeGreaterThanOrEqual(bar);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the keyboard breaks no rule of accessibility, ${colorScheme}`, async ({
    page,
    newStudent,
  }) => {
    await page.emulateMedia({ colorScheme });
    await signIn(page, await newStudent());
    await enter(page, PRACTICE);
    await open(page, /^2\. /);
    await tapInto(page, page.locator('math-field[data-field="x_next"]'));
    for (const sheet of ['Letters', 'Greek letters', 'Numbers', 'More signs']) {
      await tapKey(page, sheet);
      expect(await problemsOf(page, '[data-finger-keyboard]')).toEqual([]);
    }
  });
}

async function open(page: Page, assignment: RegExp): Promise<void> {
  const list = page.getByRole('button', { name: 'Open the list of assignments' });
  const heading = page.getByRole('heading', {
    level: 2,
    name: new RegExp(`^Assignment ${assignment.source.slice(1, 2)}`),
  });
  if (!(await heading.isVisible())) {
    await list.tap();
    await goTo(page, assignment);
  }
  await untilReady(page);
}

async function tapFields(page: Page, assignment: RegExp): Promise<void> {
  const [, fields = {}] = FIELDS.find(([each]) => each.source === assignment.source) ?? [];
  if ('T' in fields) await page.getByRole('radio', { name: /exponential/ }).tap();
  for (const [name, text] of Object.entries(fields)) {
    await tapInto(page, page.locator(`math-field[data-field="${name}"]`));
    await tapText(page, text);
  }
}

async function tapLines(page: Page, assignment: RegExp): Promise<void> {
  for (const [each, part, lines] of LINES) {
    if (each.source !== assignment.source) continue;
    for (const [index, text] of lines.entries()) {
      const field = page.locator(
        `[data-part="${part}"] math-field[data-field="line-${index + 1}"]`,
      );
      if (index === 0) await tapInto(page, field);
      else await tapKey(page, 'Next line');
      await expect(field).toBeFocused();
      await tapText(page, text);
    }
  }
}

async function tapGraph(page: Page): Promise<void> {
  for (const node of ['x', 'w', 'f', 'v', 'g', 'L'])
    await page.getByRole('button', { name: `Place node ${node}`, exact: true }).tap();
  for (const [from, to] of ['xf', 'wf', 'fg', 'vg', 'gL'].map((pair) => [...pair])) {
    await page.locator(`.react-flow__node[data-id="${from}"] .react-flow__handle-right`).tap();
    await page.locator(`.react-flow__node[data-id="${to}"] .react-flow__handle-left`).tap();
    await expect(page.getByRole('group', { name: `Arrow from ${from} to ${to}` })).toBeAttached();
  }
}

/** Three points by taps, and their arrows as numbers, which the system's own keyboard types. */
async function tapArrows(page: Page): Promise<void> {
  for (const id of ['fa', 'fp', 'fn']) await page.locator(`[data-place="${id}"]`).tap();
  await page.getByRole('tab', { name: 'Coordinates' }).tap();
  const numbers = {
    ...{ 'fa-x': '0', 'fa-y': '-1', 'fp-x': '2', 'fp-y': '1', 'fn-x': '-2', 'fn-y': '1.5' },
    ...{ 'fa-right': '4', 'fa-up': '-0.5', 'fp-right': '-2', 'fp-up': '-2' },
    ...{ 'fn-right': '-2', 'fn-up': '2.5' },
  };
  for (const [name, number] of Object.entries(numbers))
    await page.locator(`[data-field="${name}"]`).fill(number);
}
