/**
 * The workflow of GitHub Actions that `init` writes: the check, on each push and pull request.
 */

/** The text of the workflow. */
export const workflow = `name: asyncio-lab

on:
  push:
  pull_request:

permissions:
  contents: read

jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - run: npm ci
      - run: npx asyncio-lab check scenarios
`;
