/**
 * The script that completes this command line in zsh, where each candidate is shown with what it is.
 */

import { type Candidates, type CommandNode, childrenOf } from './tree.js';

/** Return the script; the names are those that stand for scenarios and exercises. */
export function zshCompletion(
  nodes: readonly CommandNode[],
  names: Readonly<Record<'scenarios' | 'exercises', readonly string[]>>,
): string {
  const paths = nodes.filter(({ path }) => path.length > 0).map(({ path }) => quoted(pathOf(path)));
  return `#compdef asyncio-lab
# Completes asyncio-lab in zsh. Put this into ~/.zshrc, below compinit:
#   source <(asyncio-lab completion zsh)

_asyncio_lab() {
  local at='' i
  local -a scenarios exercises commands options
  scenarios=(${names.scenarios.map(quoted).join(' ')})
  exercises=(${names.exercises.map(quoted).join(' ')})
  for ((i = 2; i < CURRENT; i++)); do
    case "$at \${words[i]}" in
      (${paths.join('|')}) at="$at \${words[i]}" ;;
    esac
  done
  case "$at:\${words[CURRENT-1]}" in
${nodes.flatMap(valueCases).join('\n')}
  esac
  case "$at" in
${nodes.map((node) => commandCase(node, nodes)).join('\n')}
  esac
}

if [ "$funcstack[1]" = _asyncio_lab ]; then
  _asyncio_lab
else
  compdef _asyncio_lab asyncio-lab
fi
`;
}

function valueCases({ path, options }: CommandNode): string[] {
  return options.flatMap(({ flags, value }) => {
    if (value === undefined) return [];
    const patterns = flags.map((flag) => quoted(`${pathOf(path)}:${flag}`)).join('|');
    return [`    (${patterns}) ${offered(value) || ':'}; return ;;`];
  });
}

function commandCase(node: CommandNode, nodes: readonly CommandNode[]): string {
  const described = (name: string, about: string) =>
    quoted(`${name}:${about.replaceAll(':', '\\:')}`);
  const children = childrenOf(node, nodes).map(({ path, about }) =>
    described(path.at(-1) ?? '', about),
  );
  const options = node.options.flatMap(({ flags, about }) =>
    flags.map((flag) => described(flag, about)),
  );
  const lines = [
    `options=(${options.join(' ')})`,
    `if [[ "\${words[CURRENT]}" == -* ]]; then _describe option options; return; fi`,
    ...(children.length === 0
      ? []
      : [`commands=(${children.join(' ')})`, '_describe command commands']),
    ...(node.argument === undefined ? [] : [offered(node.argument)]),
  ];
  const body = lines.filter((line) => line !== '').map((line) => `      ${line}`);
  return [`    (${quoted(pathOf(node.path))})`, ...body, '      ;;'].join('\n');
}

function offered(candidates: Candidates): string {
  switch (candidates) {
    case 'files':
      return '_files';
    case 'folders':
      return '_files -/';
    case 'scenarios':
      return 'compadd -a scenarios; _files';
    case 'exercises':
      return 'compadd -a exercises';
    default:
      return candidates.length === 0 ? '' : `compadd -- ${candidates.map(quoted).join(' ')}`;
  }
}

function pathOf(path: readonly string[]): string {
  return path.map((word) => ` ${word}`).join('');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
