import { describe, expect, it } from 'vitest';
import { featuresOf } from '../../../src/engine/accounts/features.ts';
import { cardOf } from '../../../src/engine/accounts/card.ts';
import { platformCard } from '../../../src/shared/models/account.ts';
import { findPlatform, platforms } from '../../../src/engine/platforms/registry.ts';

describe('the list of networks', () => {
  it.each(['x', 'X', ' x ', 'twitter', 'Twitter'])('finds X by %j', (name) => {
    expect(findPlatform(name)?.name).toBe('x');
  });

  it.each(['', 'y', 'tw', 'constructor'])('finds nothing by %j', (name) => {
    expect(findPlatform(name)).toBeUndefined();
  });

  it('uses every name and alias once', () => {
    const names = platforms.flatMap(({ name, aliases }) => [name, ...aliases]);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(platforms)('$name has a complete card and https endpoints', (platform) => {
    const { endpoints } = platform;
    expect(platformCard.safeParse(cardOf(platform, false)).error).toBeUndefined();
    for (const address of Object.values(endpoints)) expect(address).toMatch(/^https:\/\//);
  });

  it.each(platforms)('$name lacks what others say exactly where nothing of it is read', ({ api, lacks }) => {
    const reads = api.mentions !== undefined || api.comments !== undefined;
    expect(lacks?.includes('mentions') ?? false).toBe(!reads);
  });

  it.each(platforms)('$name says on its card what no permission would allow', (platform) => {
    const granted = Object.values(platform.scopesOf ?? {}).flat();
    const closed = featuresOf(platform, granted, (key) => key).filter(({ available }) => !available);
    expect(cardOf(platform, false).lacks).toEqual(closed.map(({ name }) => name));
  });
});
