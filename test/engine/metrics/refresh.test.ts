import { expect, onTestFinished, test } from 'vitest';
import { openLab } from '../../conformance/suite/lab.ts';
import { facebook } from '../../networks/facebook.ts';
import { tiktok } from '../../networks/tiktok.ts';

test.each([
  { seed: tiktok, readings: 2, why: 'no mentions and no comments' },
  { seed: facebook, readings: 4, why: 'both' },
])(
  'a refresh at $seed.platform.name asks for $readings readings, since it tells apps of $why',
  async (at) => {
    const lab = await openLab(at.seed);
    onTestFinished(() => lab.stop());
    const { id } = await lab.connect(at.seed.people[0]);
    const asked = await lab.client.metrics.refresh({ workspaceId: lab.workspaceId, accountId: id });
    expect(asked).toEqual({ queued: at.readings, costMicros: 0 });
  },
);
