import { createBackgroundJobs } from '../background-jobs.ts';
import { runThread } from './run-thread.ts';

runThread(createBackgroundJobs);
