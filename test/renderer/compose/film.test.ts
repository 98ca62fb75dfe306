import { expect, test } from 'vitest';
import { formatDuration, isAboutFormat } from '../../../src/renderer/film-facts.ts';
import { faultOf } from '../../../src/renderer/screens/compose/film/convert-film.ts';

test('a film is not converted where its picture or its sound would be lost', () => {
  expect(faultOf([])).toBeNull();
  expect(faultOf([{ type: 'subtitle', reason: 'max_track_count_of_type_reached' }])).toBeNull();
  expect(faultOf([{ type: 'video', reason: 'undecodable_source_codec' }])).toBe('cannot_read');
  expect(faultOf([{ type: 'video', reason: 'no_encodable_target_codec' }])).toBe('cannot_write');
  expect(faultOf([{ type: 'audio', reason: 'no_encodable_target_codec' }])).toBe('cannot_sound');
});

test('only what is said of how a film is made is mended by a conversion', () => {
  expect(isAboutFormat('bluesky_video_type')).toBe(true);
  expect(isAboutFormat('threads_video_codec')).toBe(true);
  expect(isAboutFormat('bluesky_video_too_long')).toBe(false);
});

test('durations are written as on a player', () => {
  expect([400, 65_000, 3_725_000].map(formatDuration)).toEqual(['0:01', '1:05', '1:02:05']);
});
