import { parentPort, workerData } from 'node:worker_threads';
import { learnAccount } from '../learning/learn-account.ts';
import type { PastOutcome } from '../learning/learn-account.ts';

/** Learns from the posts of one account and says what came of it. */
const { posts } = workerData as { readonly posts: readonly PastOutcome[] };

parentPort?.postMessage(learnAccount(posts));
