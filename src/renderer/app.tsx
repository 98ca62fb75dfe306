import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import type { i18n } from 'i18next';
import { Suspense, lazy, useMemo } from 'react';
import { I18nextProvider } from 'react-i18next';
import { afterPaint } from './after-paint.ts';
import type { Boot } from './boot.ts';
import type { Client } from './client.ts';
import { ClockProvider } from './clock.tsx';
import { ApiContext } from './queries.ts';
import type { Api } from './queries.ts';
import { BootContext } from './boot-context.ts';
import { Gate } from './shell/gate.tsx';
import { colorSchemeManager, theme } from './theme.ts';

// Notices wait in their store until what draws them is loaded.
const NoticeArea = lazy(() =>
  afterPaint()
    .then(() => import('./shell/notice-area.tsx'))
    .then((file) => ({ default: file.NoticeArea })),
);

interface AppProps {
  readonly boot: Boot;
  readonly client: Client;
  readonly api: Api;
  readonly queries: QueryClient;
  readonly words: i18n;
}

/** The window: its providers, and inside them the first page or the shell. */
export function App({ boot, client, api, queries, words }: AppProps) {
  const connection = useMemo(() => ({ client, api }), [client, api]);
  return (
    <BootContext value={boot}>
      <I18nextProvider i18n={words}>
        <QueryClientProvider client={queries}>
          <ApiContext value={connection}>
            <MantineProvider
              theme={theme}
              defaultColorScheme="auto"
              colorSchemeManager={colorSchemeManager}
              {...(boot.styleNonce ? { getStyleNonce: () => boot.styleNonce } : {})}
            >
              <Suspense fallback={null}>
                <NoticeArea />
              </Suspense>
              <ClockProvider>
                <Gate />
              </ClockProvider>
            </MantineProvider>
          </ApiContext>
        </QueryClientProvider>
      </I18nextProvider>
    </BootContext>
  );
}
