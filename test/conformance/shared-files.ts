import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const shared = join(import.meta.dirname, '../../../shared');

/** The files that conformance needs, and where their public originals are. */
export const originals: readonly { readonly file: string; readonly original: string }[] = [
  {
    file: 'samples/text/validate.yml',
    original: 'https://github.com/twitter/twitter-text (conformance/validate.yml)',
  },
  {
    file: 'samples/text/extract.yml',
    original: 'https://github.com/twitter/twitter-text (conformance/extract.yml)',
  },
  { file: 'samples/text/v3.json', original: 'https://github.com/twitter/twitter-text (config/v3.json)' },
  {
    file: 'specs/x/openapi-2.167.json',
    original: 'https://github.com/xdevplatform/docs (openapi.json, 2.167)',
  },
  {
    file: 'specs/x/openapi-2.166.json',
    original: 'https://github.com/xdevplatform/docs (openapi.json, 2.166)',
  },
  {
    file: 'specs/derived/endpoints.json',
    original: 'derived from https://github.com/xdevplatform/docs (openapi.json)',
  },
  {
    file: 'specs/derived/request-schemas/x.json',
    original: 'derived from https://github.com/xdevplatform/docs (openapi.json)',
  },
  {
    file: 'specs/fixtures/x/me-200.json',
    original:
      'recorded answers in https://github.com/tweepy/tweepy and https://github.com/sns-sdks/python-twitter',
  },
];

/** Those of the files that are not there. */
export const missingFiles = (): typeof originals =>
  originals.filter(({ file }) => !existsSync(join(shared, file)));

export const readShared = (file: string): string => readFileSync(join(shared, file), 'utf8');

/** Where a folder of shared files is. */
export const sharedFolder = (folder: string): string => join(shared, folder);
