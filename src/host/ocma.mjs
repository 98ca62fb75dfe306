#!/usr/bin/env node
import { projectFile, runUnderProjectNode } from './project-node.mjs';

await runUnderProjectNode(projectFile('src/host/cli/main.ts'));
