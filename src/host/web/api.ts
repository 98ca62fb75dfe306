import type { IncomingMessage, ServerResponse } from 'node:http';
import { SmartCoercionPlugin } from '@orpc/json-schema';
import { OpenAPIGenerator } from '@orpc/openapi';
import { OpenAPIHandler } from '@orpc/openapi/node';
import { BodyLimitPlugin } from '@orpc/server/node';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import type { Log } from '../../engine/ports.ts';
import { contract } from '../../shared/contract/index.ts';
import type { EngineFace } from '../engine-face.ts';
import { largestCall } from '../rpc.ts';
import { transportErrors } from '../transport-errors.ts';
import { reply, replyError } from './replies.ts';
import { bearerToken, sameSecret } from './secrets.ts';

/** The REST API under `/api`, for the user's scripts. */
export type Api = (request: IncomingMessage, response: ServerResponse, pathname: string) => Promise<void>;

/** Serves every procedure by its REST path; each call needs `Authorization: Bearer <token>`. */
export function createApi(options: {
  engine: EngineFace;
  log: Log;
  token: string;
  version: string;
  origin: () => string;
}): Api {
  const schemaConverters = [new ZodToJsonSchemaConverter()];
  const handler = new OpenAPIHandler(options.engine.router, {
    ...transportErrors(options.log),
    plugins: [
      new SmartCoercionPlugin({ schemaConverters }),
      new BodyLimitPlugin({ maxBodySize: largestCall }),
    ],
  });
  let described: Promise<string> | null = null;
  const describe = async (): Promise<string> => {
    const document = await new OpenAPIGenerator({ schemaConverters }).generate(contract, {
      info: {
        title: 'OCMA',
        version: options.version,
        description: 'Write, schedule, publish and measure posts from scripts on this machine.',
      },
      servers: [{ url: `${options.origin()}/api` }],
      security: [{ bearer: [] }],
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
    });
    return JSON.stringify(document);
  };

  return async (request, response, pathname) => {
    const given = bearerToken(request.headers.authorization);
    if (given === null || !sameSecret(given, options.token)) {
      response.setHeader('www-authenticate', 'Bearer');
      replyError(response, 'unauthorized', 'This call needs the access token.', {
        fix: 'Send the header "Authorization: Bearer TOKEN" with the token that "ocma serve --json" prints.',
      });
      return;
    }
    if (pathname === '/api/openapi.json' && request.method === 'GET') {
      described ??= describe();
      reply(response, 200, await described, { 'content-type': 'application/json; charset=utf-8' });
      return;
    }
    response.setHeader('cache-control', 'no-store');
    const { matched } = await handler.handle(request, response, {
      prefix: '/api',
      context: { actor: 'api' },
    });
    if (!matched) {
      replyError(response, 'not_found', 'There is no such call.', {
        fix: 'All calls are listed at /api/openapi.json. Check the method, too.',
      });
    }
  };
}
