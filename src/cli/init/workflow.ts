/**
 * The workflow of GitHub Actions that `init` writes: the check, on each push and pull request.
 */

/** Return the text of the workflow; `folder` is the project's within the repository, with slashes. */
export function workflowFor(folder: string): string {
  return `name: asyncio-lab

on:
  push:
  pull_request:

permissions:
  contents: read

jobs:
  check:
    runs-on: ubuntu-latest
${folder === '' ? '' : inFolder(folder)}\
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - run: npm ci
      - run: npx asyncio-lab check scenarios
`;
}

function inFolder(folder: string): string {
  return `    defaults:
      run:
        working-directory: ${/^[\w./-]+$/.test(folder) ? folder : JSON.stringify(folder)}
`;
}
