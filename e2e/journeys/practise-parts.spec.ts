import { problemsOf } from '../support/accessible';
import {
  expect,
  expectScore,
  PRACTICE,
  partOf,
  signIn,
  submit,
  test,
  typeFormula,
} from '../support/test';

test('one part is practised alone, and the lobby keeps how the tries went', async ({
  page,
  newStudent,
}) => {
  await signIn(page, await newStudent());
  const row = page.getByRole('listitem').filter({
    has: page.getByRole('heading', { name: PRACTICE, exact: true }),
  });
  await row.getByRole('link', { name: /Enter/ }).click();

  const device = page.getByRole('region', { name: 'Your device' });
  await expect(device.getByRole('img', { name: 'Ready' })).toHaveCount(2);
  await page.getByRole('button', { name: 'Formula', exact: true }).click();
  await page.locator('math-field').filter({ visible: true }).first().click();
  await page.keyboard.type('mu');
  await expect(device.getByText('What you wrote is read')).toBeVisible();
  expect(await problemsOf(page)).toEqual([]);

  await page.getByRole('checkbox', { name: 'Part 4c' }).check();
  await page.getByRole('button', { name: 'Practise this part' }).click();
  await expect(page.getByRole('timer', { name: 'Time left' })).toBeVisible();
  const list = page.getByRole('navigation', { name: 'Assignments' });
  await expect(list.getByRole('button')).toHaveCount(2);
  await typeFormula(page, 'd_theta', '2(f_n-f_p)^TJ_a+2(f_p-f_a)^TJ_p+2(f_a-f_n)^TJ_n');
  await submit(page);
  await expect(page.getByText(/of 1 points?$/).first()).toBeVisible();
  await expectScore(partOf(page, '4c'), '1 of 1');

  await page.goto('/');
  await row.getByRole('link', { name: 'Practise again' }).click();
  const tried = page.getByRole('row').filter({ hasText: '4c' });
  await expect(tried.getByRole('img', { name: 'Tries: 1 of 1' })).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: '4a' })).toContainText('not tried');
});
