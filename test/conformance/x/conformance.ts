import { checked } from '../check.ts';
import type { Check } from '../check.ts';
import { checkAnswers } from './answers.ts';
import { readDescription } from './description.ts';
import type { Description } from './description.ts';
import { makeEveryCall } from './every-call.ts';
import { checkFixtures } from './fixtures.ts';
import { oauthExchanges } from './oauth-exchanges.ts';
import { startPractice } from './practice.ts';
import { checkRequests } from './requests.ts';
import { checkTexts } from './texts.ts';

/** Everything that can be checked of X without X. */
export const checkX = async (): Promise<readonly Check[]> => {
  const description = readDescription();
  const practice = await startPractice();
  try {
    await makeEveryCall(practice);
    const exchanges = [...practice.exchanges, ...(await oauthExchanges(practice))];
    return [
      ...checkTexts(),
      ...checkRequests(description, exchanges),
      ...checkAnswers(description, exchanges),
      ...(await checkFixtures()),
      checkTheChecks(description),
    ];
  } finally {
    await practice.stop();
  }
};

/** A misspelt field must fail, or passing would mean nothing. */
const checkTheChecks = (description: Description): Check => {
  const exchange = {
    operation: '',
    method: 'GET',
    contentType: null,
    body: null,
    status: 200,
    answer: { data: [{ id: 7 }] },
  };
  const url = new URL('https://api.x.com/2/users/1/tweets?tweet.fields=creation_date');
  const [request] = checkRequests(description, [{ ...exchange, url }]);
  const [answer] = checkAnswers(description, [{ ...exchange, url }]);
  return checked('the checks themselves', 'find a wrong request and a wrong answer', [
    ...(request?.ok === false ? [] : ['a wrong request passes']),
    ...(answer?.ok === false ? [] : ['a wrong answer passes']),
  ]);
};
