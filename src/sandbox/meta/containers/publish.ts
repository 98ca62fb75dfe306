import { json } from '../../exchange.ts';
import type { Answer } from '../../exchange.ts';
import { rewritten } from '../../life/rewritten.ts';
import { badParameter, graphError } from '../problems.ts';
import type { Call } from './gate.ts';
import type { ContainerSite } from './site.ts';
import type { Container } from './store.ts';

/** What a network does in its own way when a container is published. */
export interface PublishRules {
  /** The limit that this container counts against is used up. */
  readonly isUsedUp: (container: Container) => boolean;
}

/** Publishes a container: once, and only when it is finished. */
export function publishContainer(site: ContainerSite, call: Call, rules: PublishRules): Answer {
  const { store, now } = site;
  const { exchange, person, parameters } = call;
  if (!ownsPath(call)) return badParameter('The account of the path is not the one of the token.');
  const container = store.container(parameters.creation_id ?? '');
  if (parameters.creation_id === undefined) return badParameter('The parameter creation_id is required.');
  if (container === undefined || container.account !== person.id) return missing();
  switch (store.stateOf(container, now())) {
    case 'PUBLISHED':
    case 'ERROR':
    case 'EXPIRED':
      return missing();
    case 'IN_PROGRESS':
      return graphError({
        code: 9007,
        subcode: 2_207_027,
        message: 'Media ID is not available',
        user: ['Practice', 'The media is not ready for publishing, please wait for a moment'],
      });
    case 'FINISHED':
      break;
  }
  if (container.fields.is_carousel_item === 'true')
    return badParameter('An item of a carousel is not published.');
  if (rules.isUsedUp(container))
    return graphError({ code: 9, subcode: 2_207_042, message: 'Application request limit reached' });
  const { bend, receivedAt, gone } = exchange;
  const id = store.nextId('post', now());
  const entry = site.journal.append({
    network: site.network,
    operation: 'posts.create',
    account: person.id,
    id,
    text: bend.rewriteText ? rewritten(container.text) : container.text,
    inReplyTo: container.replyTo,
    media: mediaOf(site, container),
    clientRequestAt: receivedAt,
    clientGone: gone.aborted,
    detail: {
      container: container.id,
      kind: container.kind,
      fields: container.fields,
      sentText: bend.rewriteText ? container.text : null,
    },
  });
  store.apply(entry);
  return json(200, { id });
}

/** Whether the account in the path is the caller's. */
export function ownsPath({ exchange, person }: Call): boolean {
  const id = exchange.parameters.id ?? '';
  return id === 'me' || id === person.id;
}

function mediaOf({ store }: ContainerSite, container: Container): string[] {
  return container.children.length === 0
    ? [...container.media]
    : container.children.flatMap((child) => store.container(child)?.media ?? []);
}

function missing(): Answer {
  return graphError({
    code: 24,
    subcode: 2_207_008,
    message: 'The media could not be found.',
    user: ['Practice', 'The media builder with this id does not exist or has expired.'],
  });
}
