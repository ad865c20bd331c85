import { enter, expect, PRACTICE, signIn, submit, test } from '../support/test';

test('the result is shown on a line so slow that it is asked for again before it came', async ({
  page,
  newStudent,
}) => {
  await signIn(page, await newStudent());
  await enter(page, PRACTICE);
  await page.route(/\/result\?_rsc/, async (route) => {
    const response = await route.fetch();
    await new Promise((resolve) => setTimeout(resolve, 3000));
    await route.fulfill({ response });
  });
  await submit(page);
  await expect(page.getByText('of 26 points')).toBeVisible();
});
