import { expect, test } from 'vitest';
import { mediaPlaceFaults } from '../../../src/renderer/screens/settings/media-place.ts';

const whole = {
  endpoint: 'https://storage.example.org',
  region: 'auto',
  bucket: 'posts-media',
  prefix: '',
  accessKeyId: 'key',
};

test('a whole place can be saved, without its secret only where one is kept', () => {
  expect(mediaPlaceFaults(whole, 'secret', false)).toEqual({});
  expect(mediaPlaceFaults(whole, '', true)).toEqual({});
  expect(mediaPlaceFaults(whole, ' ', false)).toEqual({ secretKey: 'missing' });
});

test('each field says what is wrong with it', () => {
  const wrong = {
    endpoint: 'http://storage.example.org',
    region: ' ',
    bucket: 'a b',
    prefix: 'ü/',
    accessKeyId: '',
  };
  expect(mediaPlaceFaults(wrong, 'secret', false)).toEqual({
    endpoint: 'insecure',
    region: 'missing',
    bucket: 'bucket',
    prefix: 'prefix',
    accessKeyId: 'missing',
  });
  expect(mediaPlaceFaults({ ...whole, endpoint: 'storage' }, 'secret', false)).toEqual({
    endpoint: 'address',
  });
});
