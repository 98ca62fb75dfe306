import { createPublisherJobs } from '../publisher-jobs.ts';
import { runThread } from './run-thread.ts';

runThread(createPublisherJobs);
