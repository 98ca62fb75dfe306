import { expect, it } from 'vitest';
import { endpointFault } from '../../../src/renderer/screens/accounts/endpoint-address.ts';

it.each(['https://api.example.org', 'http://127.0.0.1:9000', 'http://localhost:9000/x', 'http://[::1]:9000'])(
  'takes %s',
  (address) => {
    expect(endpointFault(address)).toBeNull();
  },
);

it.each(['', 'api.example.org', 'ftp://api.example.org', 'https://'])(
  'refuses %o as no address',
  (address) => {
    expect(endpointFault(address)).toBe('wrong');
  },
);

it.each(['http://api.example.org', 'http://127.0.0.1.example.org', 'http://10.0.0.1'])(
  'refuses plain http to another machine: %s',
  (address) => {
    expect(endpointFault(address)).toBe('insecure');
  },
);
