/**
 * The script that completes this command line in fish, where each candidate is shown with what it is.
 */

import { type Candidates, type CommandNode, childrenOf } from './tree.js';

/** Return the script; the names are those that stand for scenarios and exercises. */
export function fishCompletion(
  nodes: readonly CommandNode[],
  names: Readonly<Record<'scenarios' | 'exercises', readonly string[]>>,
): string {
  const paths = nodes
    .filter(({ path }) => path.length > 0)
    .map(({ path }) => quoted(path.join(' ')));
  return `# Completes asyncio-lab in fish. Write this to ~/.config/fish/completions/asyncio-lab.fish:
#   asyncio-lab completion fish > ~/.config/fish/completions/asyncio-lab.fish

function __asyncio_lab_at
    set -l at
    for word in (commandline -opc)[2..]
        set -l next (string join -- ' ' $at $word)
        if contains -- $next ${paths.join(' ')}
            set at $at $word
        end
    end
    test "$at" = "$argv[1]"
end

complete -c asyncio-lab -f
${nodes.flatMap((node) => linesOf(node, nodes, names)).join('\n')}
`;
}

function linesOf(
  node: CommandNode,
  nodes: readonly CommandNode[],
  names: Readonly<Record<'scenarios' | 'exercises', readonly string[]>>,
): string[] {
  const here = `complete -c asyncio-lab -n ${quoted(`__asyncio_lab_at ${quoted(node.path.join(' '))}`)}`;
  return [
    ...childrenOf(node, nodes).map(
      ({ path, about }) => `${here} -a ${quoted(path.at(-1) ?? '')} -d ${quoted(about)}`,
    ),
    ...node.options.map(({ flags, about, value }) => {
      const [long = '', short] = flags;
      return [
        here,
        `-l ${long.slice(2)}`,
        ...(short === undefined ? [] : [`-s ${short.slice(1)}`]),
        ...(value === undefined
          ? []
          : [`${value === 'files' ? '-r' : '-x'}${offered(value, names)}`]),
        `-d ${quoted(about)}`,
      ].join(' ');
    }),
    ...(node.argument === undefined || node.argument.length === 0
      ? []
      : [`${here}${offered(node.argument, names)}`]),
  ];
}

function offered(
  candidates: Candidates,
  names: Readonly<Record<'scenarios' | 'exercises', readonly string[]>>,
): string {
  switch (candidates) {
    case 'files':
      return ' -F';
    case 'folders':
      return " -a '(__fish_complete_directories)'";
    case 'scenarios':
      return ` -F -a ${quoted(names.scenarios.join(' '))}`;
    case 'exercises':
      return ` -a ${quoted(names.exercises.join(' '))}`;
    default:
      return candidates.length === 0 ? '' : ` -a ${quoted(candidates.join(' '))}`;
  }
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
