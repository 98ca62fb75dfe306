import { z } from 'zod';
import { json } from '../../exchange.ts';
import type { Answer, Exchange } from '../../exchange.ts';
import { prices } from '../api/credits.ts';
import type { Caller, PersonalCaller } from '../api/endpoint.ts';
import { commaList, idSchema, isAnswer, readQuery } from '../api/query.ts';
import { portrait } from '../posts/answer.ts';
import { userFieldParameters, wantedFrom } from '../posts/fields.ts';
import { resourceNotFound } from '../problems.ts';
import type { PartialError } from '../problems.ts';
import type { XWorld } from '../world.ts';
import { xPeople } from './people.ts';
import type { Person } from './people.ts';

const fieldsSchema = z.strictObject(userFieldParameters);
const lookupSchema = z.strictObject({ ids: commaList(idSchema, 100), ...userFieldParameters });

/** `GET /2/users/me`. */
export function readMe(world: XWorld, exchange: Exchange, caller: PersonalCaller): Answer {
  const query = readQuery(exchange, fieldsSchema);
  if (isAnswer(query)) return query;
  world.credits.spend(prices.readUser);
  return json(200, { data: portrait(world, caller, wantedFrom(query), caller.person) });
}

/** `GET /2/users?ids=`. */
export function lookUpPeople(world: XWorld, exchange: Exchange, caller: Caller): Answer {
  const query = readQuery(exchange, lookupSchema);
  if (isAnswer(query)) return query;
  const people: Person[] = [];
  const errors: PartialError[] = [];
  for (const id of new Set(query.ids)) {
    const person = xPeople.byId(id);
    if (person === undefined) errors.push(resourceNotFound('user', 'ids', id));
    else people.push(person);
  }
  world.credits.spend(prices.readUser * people.length);
  return json(200, {
    ...(people.length > 0 && {
      data: people.map((person) => portrait(world, caller, wantedFrom(query), person)),
    }),
    ...(errors.length > 0 && { errors }),
  });
}

/** `GET /2/users/by/username/:username`. */
export function lookUpUsername(world: XWorld, exchange: Exchange, caller: Caller): Answer {
  const query = readQuery(exchange, fieldsSchema);
  if (isAnswer(query)) return query;
  const username = exchange.parameters.username ?? '';
  const person = xPeople.byUsername(username);
  if (person === undefined) return json(200, { errors: [resourceNotFound('user', 'username', username)] });
  world.credits.spend(prices.readUser);
  return json(200, { data: portrait(world, caller, wantedFrom(query), person) });
}
