import { expect, test } from 'vitest';
import { useScene } from '../../support/e2e/fixture.ts';

const scene = useScene();

test('the first queue', async () => {
  await scene.officer.seeQueue();
  expect((await scene.office.requests()).length).toBeGreaterThan(0);
});
