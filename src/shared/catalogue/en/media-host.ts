/** What the test of the public place for media found. */
export const mediaHost = {
  works: { text: 'It works: a file was put there, fetched, and taken away again.', fix: '' },
  missing: {
    text: 'No place for media is set up, or its secret key is missing.',
    fix: 'Fill in all of it, with the secret key.',
  },
  denied: {
    text: 'The storage refused: {{detail}}.',
    fix: 'Check the bucket, the region and the keys, and that the key may put, get and delete.',
  },
  unreachable: {
    text: 'The storage did not answer: {{detail}}',
    fix: 'Check the address and the connection, then try again.',
  },
  locked: {
    text: 'The vault is locked, so the secret key cannot be read.',
    fix: 'Unlock it, then try again.',
  },
  notServed: {
    text: 'The file could be put there, but not fetched from outside with a signed address.',
    fix: 'See that the key may read, and that the storage can be reached from the internet.',
  },
  notRemoved: {
    text: 'The file could not be taken away again: {{detail}}.',
    fix: 'Give the key the right to delete, so that nothing is left behind.',
  },
} as const;
