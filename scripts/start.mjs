import { projectFile, runUnderProjectNode } from '../src/host/project-node.mjs';

await runUnderProjectNode(projectFile('scripts/start.ts'));
