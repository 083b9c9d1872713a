#!/usr/bin/env node
const args = process.argv.slice(2);
const from = (program) => import(`../dist/src/cli/${program}.js`);
const isListed = args[0] === 'list' && (await (await from('plain-list')).plainList(args));
if (!isListed) {
  const early = args[0] === 'check' ? await from('head-start') : undefined;
  await early?.startEarly(args.slice(1));
  await (await from('program')).main(args);
  early?.endEarly();
}
