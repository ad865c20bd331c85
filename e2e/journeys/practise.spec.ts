import type { Page } from '@playwright/test';
import {
  dragArrow,
  enter,
  expect,
  expectScore,
  goTo,
  PRACTICE,
  partOf,
  placeNode,
  signIn,
  submit,
  test,
  typeFormula,
  typeKeys,
  typeLines,
} from '../support/test';

test('the whole exam with right answers: 26 of 26, and nothing waits for a person', async ({
  page,
  newStudent,
}) => {
  // Everything key by key.
  test.setTimeout(600_000);
  await signIn(page, await newStudent());
  await enter(page, PRACTICE);

  for (const node of ['x', 'w', 'f', 'v', 'g', 'L']) await placeNode(page, node);
  for (const [from, to] of [
    ['x', 'f'],
    ['w', 'f'],
    ['f', 'g'],
    ['v', 'g'],
    ['g', 'L'],
  ] as const) {
    await dragArrow(page, from, to);
    await expect(page.getByRole('group', { name: `Arrow from ${from} to ${to}` })).toBeAttached();
  }
  await typeFormula(page, 'dv', 'JgLJvg');
  await typeFormula(page, 'dw', 'J_g^L→→JfgJwf');
  await typeFormula(page, 'dx', 'JgLJfgJxf');
  await typeLines(page, ['a=JgLJfg', 'd_w→=aJwf', 'd_x→=aJxf', 'd_v→=JgLJvg']);

  await goTo(page, /^2\. Momentum/);
  await typeFormula(page, 'x_next', 'x_t→+mu(x_t→-x_t-1→)-epsilon g(x_t→)');
  await expect(page.getByRole('status').filter({ hasText: 'Read as' })).toBeVisible();
  await typeLines(page, ['epsilon g(x_t→)=mu(x_t→-x_t-1→)-(x_t+1→-x_t→)', '||g(x_t→)||→->0']);

  await goTo(page, /^3\. Receptive/);
  await typeFormula(page, 'R', 'R_k-1→+(r_k→-1)S_k-1→');
  await typeFormula(page, 'S', 's_k→S_k-1→');

  await goTo(page, /^4\. Triplet/);
  await typeLines(page, [
    '||f_a→-f_p→||^2→-||f_a→-f_n→||^2→+alpha<=0',
    '||f_a→-f_p→||→-||f_a→-f_n→||→<0',
  ]);
  await typeFormula(page, 'd_fa', '2(f_n→-f_p→)');
  await typeFormula(page, 'd_fp', '-2(f_a→-f_p→)');
  await typeFormula(page, 'd_fn', '2(f_a→-f_n→)');
  await typeFormula(page, 'd_zero', '0');
  await typeFormula(page, 'd_theta', '2J_a^T→→(f_n→-f_p→)+2J_p^T→→(f_p→-f_a→)+2J_n^T→→(f_a→-f_n→)');
  await drawArrows(page);

  await goTo(page, /^5\. Kullback/);
  await typeLines(page, ['int_0^infty lambda e^(-lambda x)(ln(lambda)-lambda x-ln(mu)+mu x)dx']);
  // The next line begins as a copy.
  await page.keyboard.press('Enter');
  await expect(page.locator('math-field[aria-label="Line 2"]')).toBeFocused();
  await page.keyboard.press('Control+a');
  await typeKeys(page, 'ln(lambda)-ln(mu)+mu/lambda-1');

  await goTo(page, /^6\. Reparam/);
  await page.getByRole('radio', { name: /exponential/ }).check();
  await typeFormula(page, 'T', 'u/lambda→');
  await typeFormula(page, 'gradient', "-ell'(y)y/lambda→grad");

  await submit(page);
  for (const [part, score] of [
    ['1a-graph', '1.5 of 1.5'],
    ['1a-gradients', '1.5 of 1.5'],
    ['1b', '2 of 2'],
    ['2a', '2 of 2'],
    ['2b', '3 of 3'],
    ['3', '3 of 3'],
    ['4a', '2 of 2'],
    ['4b-gradients', '1 of 1'],
    ['4b-drawing', '1 of 1'],
    ['4c', '1 of 1'],
    ['5', '4 of 4'],
    ['6', '4 of 4'],
  ] as const) {
    await expect(partOf(page, part).getByText(score)).toBeVisible();
  }
  await expect(page.getByText('26 of 26 points')).toBeVisible();
  await expect(page.getByText('for a person to decide')).toHaveCount(0);
});

/** Three points, and from each the direction in which the loss falls, as coordinates. */
async function drawArrows(page: Page): Promise<void> {
  for (const id of ['fa', 'fp', 'fn']) await page.locator(`[data-place="${id}"]`).click();
  await page.getByRole('tab', { name: 'Coordinates' }).click();
  const numbers = {
    'fa-x': '0',
    'fa-y': '-1',
    'fp-x': '2',
    'fp-y': '1',
    'fn-x': '-2',
    'fn-y': '1.5',
    'fa-right': '4',
    'fa-up': '-0.5',
    'fp-right': '-2',
    'fp-up': '-2',
    'fn-right': '-2',
    'fn-up': '2.5',
  };
  for (const [name, number] of Object.entries(numbers))
    await page.locator(`[data-field="${name}"]`).fill(number);
}

test('wrong answers get no points, and are told why', async ({ page, newStudent }) => {
  // Three formulas, and the grading of a script.
  await signIn(page, await newStudent());
  await enter(page, PRACTICE);
  for (const node of ['x', 'f']) await placeNode(page, node);
  await dragArrow(page, 'f', 'x').catch(() => undefined);
  await page.getByRole('tab', { name: 'Table' }).click();
  await page.getByRole('combobox', { name: 'From' }).selectOption('f');
  await page.getByRole('combobox', { name: 'To' }).selectOption('x');
  await page.getByRole('button', { name: 'Add arrow' }).click();
  await typeFormula(page, 'dv', 'JvgJgL');
  await goTo(page, /^2\. Momentum/);
  await typeFormula(page, 'x_next', 'x_t→-mu(x_t→-x_t-1→)-epsilon g(x_t→)');
  await goTo(page, /^3\. Receptive/);
  await typeFormula(page, 'R', 'R_k-1→+r_k→S_k-1→');
  await submit(page);

  await expect(partOf(page, '1a-graph').getByText('wrong way').first()).toBeVisible();
  await expect(partOf(page, '1a-gradients').getByText('inner dimensions')).toBeVisible();
  await expect(partOf(page, '2a').getByText('The momentum term has the wrong sign')).toBeVisible();
  await expectScore(partOf(page, '2a'), '1 of 2');
  const recurrence = partOf(page, '3');
  await expect(recurrence.getByText('counting pixels gives').first()).toBeVisible();
  await expect(recurrence.getByRole('img', { name: /smallest network/ })).toBeVisible();
  await expectScore(recurrence, '0 of 3');
});

test('an empty script is graded: nothing is right, nothing waits', async ({ page, newStudent }) => {
  await signIn(page, await newStudent());
  await enter(page, PRACTICE);
  await page.getByRole('banner').getByRole('button', { name: 'Submit' }).click();
  const dialog = page.getByRole('dialog', { name: 'Submit the exam?' });
  await expect(dialog.getByText('Left empty')).toBeVisible();
  await expect(dialog.getByRole('listitem')).toHaveCount(12);
  await dialog.getByRole('button', { name: 'Submit', exact: true }).click();
  await page.waitForURL(/\/result$/);
  await expect(page.getByText('0 of 26 points')).toBeVisible();
  await expect(page.getByText('This part was left empty.')).toHaveCount(12);
  // What was not written was not wrong either.
  await expect(page.getByText('Nothing written')).toHaveCount(12);
  await expect(page.getByText('Not right')).toHaveCount(0);
});

test('a note to the grader turns wrong into review', async ({ page, newStudent }) => {
  await signIn(page, await newStudent());
  await enter(page, PRACTICE);
  await goTo(page, /^3\. Receptive/);
  await typeFormula(page, 'S', 's_k→+S_k-1→');
  await page.getByRole('button', { name: 'Note to the grader' }).click();
  await page
    .getByRole('textbox', { name: 'Note to the grader' })
    .fill('I count strides in layers.');
  await submit(page);
  const part = partOf(page, '3');
  await expect(part.getByText('Not decided').first()).toBeVisible();
  await expect(part.getByText('(3 not decided)')).toBeVisible();
  await expect(part.getByText('I count strides in layers.')).toBeVisible();
});

test('an unreadable formula says why, and is mended by the edit it offers', async ({
  page,
  newStudent,
}) => {
  await signIn(page, await newStudent());
  await enter(page, PRACTICE);
  await goTo(page, /^2\. Momentum/);
  await page.getByRole('switch', { name: 'Type as plain text' }).first().click();
  const field = page.locator('input[data-field="x_next"]');
  await field.fill('x_t + mu(x_t - x_{t-1}');
  await expect(page.getByText('not closed')).toBeVisible();
  await page.getByRole('button', { name: 'Mend it' }).click();
  await expect(field).toHaveValue('x_t + mu(x_t - x_{t-1})');
  await field.fill('x_t + mu(x_t - x_{t-1}) - epsilo g(x_t)');
  await page.getByRole('button', { name: 'Mend it' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Read as' })).toBeVisible();
});
