import { describe, expect, it } from 'vitest';
import { x } from '../../../../src/engine/platforms/x/platform.ts';

describe('the card of X', () => {
  it('tells what posting costs', () => {
    expect(x.card.facts.join(' ')).toContain('$0.015');
    expect(x.card.facts.join(' ')).toContain('$0.20');
  });

  it('gives the redirect addresses exactly as the listener uses them', () => {
    const copied = x.card.guide.flatMap(({ copy }) => copy);
    const used = x.signIn.redirect.ports.map((port) => `http://127.0.0.1:${port}${x.signIn.redirect.path}`);
    expect(copied).toEqual(used);
    expect(copied).toEqual([
      'http://127.0.0.1:47841/oauth/x',
      'http://127.0.0.1:47842/oauth/x',
      'http://127.0.0.1:47843/oauth/x',
    ]);
  });

  it('asks for what publishing, media and staying connected need', () => {
    expect([...x.signIn.scopes].sort()).toEqual([
      'media.write',
      'offline.access',
      'tweet.read',
      'tweet.write',
      'users.read',
    ]);
  });
});
