import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { WorkspaceId } from '../../../shared/models/ids.ts';
import type { ModelAccess } from '../model/access.ts';
import { inputTokensAtMost, tokensAtMost } from '../model/question.ts';
import type { Question, Usage } from '../model/question.ts';
import type { Commission, SmallPicture, Style } from './commission.ts';
import type { AssistKind } from './kind.ts';

/** A version that was not good enough, for the model to see what was wrong. */
export interface Faulty {
  readonly text: string;
  readonly faults: readonly string[];
}

/** Models that think before they write count their thoughts too. */
const usualOutput = 8_000;
const largestOutput = 16_000;

/** What a language model is asked: the same for the preview, for the first round and, with `faulty`, for the repair. */
export function questionFor(
  kind: AssistKind,
  commission: Commission,
  styles: readonly Style[],
  faulty: readonly Faulty[],
): Question {
  const { rules, whole, picture } = commission;
  const isStyled = styles.some(({ tone, hook }) => tone !== null || hook !== null);
  const answerLength = tokensAtMost(whole) * Math.max(1, styles.length);
  return {
    instructions: kind.instructions(commission),
    input: JSON.stringify({
      network: rules.name,
      versions: styles.length,
      ...(isStyled && { styles }),
      ...kind.data(commission),
      faulty,
    }),
    images: picture === null ? [] : [picture.dataUrl],
    schemaName: kind.schemaName,
    schema: z.toJSONSchema(kind.schema, { target: 'draft-7' }),
    mostOutputTokens: Math.min(largestOutput, Math.max(usualOutput, answerLength * 2)),
  };
}

/** Pictures count by squares of 32 pixels, and two tokens a square is more than servers ask for. */
const tokensOfPicture = ({ width, height }: SmallPicture): number =>
  Math.ceil(width / 32) * Math.ceil(height / 32) * 2;

/** The most that a question can use up. */
export function usageAtMost(question: Question, { picture }: Commission): Usage {
  return {
    inputTokens: inputTokensAtMost(question) + (picture === null ? 0 : tokensOfPicture(picture)),
    outputTokens: question.mostOutputTokens,
  };
}

const letterShare = 0.75;
const tokensAround = 60;

/** What a question is likely to use up, for the user to see before it is asked. */
export function usageAbout(question: Question, commission: Commission, versions: number): Usage {
  const most = usageAtMost(question, commission);
  const each = Math.ceil(tokensAtMost(commission.whole) * letterShare) + tokensAround;
  return {
    inputTokens: Math.ceil(most.inputTokens * letterShare),
    outputTokens: Math.min(most.outputTokens, each * Math.max(1, versions)),
  };
}

/** Names an answer by everything that it depends on. */
export function cacheKeyOf(
  workspaceId: WorkspaceId,
  { server, moderate }: ModelAccess,
  kind: AssistKind,
  question: Question,
  { picture }: Commission,
): string {
  const { instructions, input, schemaName } = question;
  const asked = [kind.promptVersion, schemaName, instructions, input, picture?.sha256 ?? null];
  return createHash('sha256')
    .update(JSON.stringify([workspaceId, server.baseUrl, server.model, moderate, ...asked]))
    .digest('hex');
}
