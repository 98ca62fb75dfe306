import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { readBoot } from './boot.ts';
import { createClient } from './client.ts';
import './global.css';
import { createApi, createQueryClient } from './queries.ts';
import { createWords } from './words.ts';

const root = document.querySelector('#root');
if (root) {
  const boot = readBoot();
  if (boot.styleNonce) window.__webpack_nonce__ = boot.styleNonce;
  const client = createClient(boot);
  const api = createApi(client);
  const queries = createQueryClient();
  // Asked before the first paint, so that the answers are there when the screens are drawn.
  void queries.prefetchQuery(api.system.info.queryOptions({ input: {} }));
  void queries.prefetchQuery(api.workspaces.list.queryOptions({ input: {} }));
  createRoot(root).render(
    <App boot={boot} client={client} api={api} queries={queries} words={createWords()} />,
  );
}
