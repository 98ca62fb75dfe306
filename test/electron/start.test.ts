import { expect, test } from 'vitest';
import { obstacleOf } from '../../scripts/electron-binary.ts';

test.each([
  ['linux', { DISPLAY: ':0' }, 1000, null],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, 1000, null],
  ['linux', {}, 1000, 'no_display'],
  ['linux', { DISPLAY: ':0' }, 0, 'root'],
  ['darwin', {}, 501, null],
  ['win32', {}, undefined, null],
] as const)('on %s with %o as user %s a desktop window meets: %s', (platform, env, user, obstacle) => {
  expect(obstacleOf(platform, env, user)).toBe(obstacle);
});
