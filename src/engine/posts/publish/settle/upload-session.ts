import { byHandle } from './container.ts';
import type { OpenSend, Verdict } from './verdict.ts';

/** The post comes into being when its upload is complete, so the session knows whether it was. */
export async function byUploadSession(send: OpenSend, means: { readonly livesMs: number }): Promise<Verdict> {
  return await byHandle(send, 'upload_session', means.livesMs);
}
