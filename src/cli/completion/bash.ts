/**
 * The script that completes this command line in bash.
 */

import { type Candidates, type CommandNode, childrenOf } from './tree.js';

/** Return the script; the names are those that stand for scenarios and exercises. */
export function bashCompletion(
  nodes: readonly CommandNode[],
  names: Readonly<Record<'scenarios' | 'exercises', readonly string[]>>,
): string {
  const paths = nodes.filter(({ path }) => path.length > 0).map(({ path }) => quoted(pathOf(path)));
  return `# Completes asyncio-lab in bash. Put this into ~/.bashrc:
#   source <(asyncio-lab completion bash)

_asyncio_lab() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}"
  local scenarios=${quoted(names.scenarios.join(' '))}
  local exercises=${quoted(names.exercises.join(' '))}
  local at='' words='' kind='' i
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "$at \${COMP_WORDS[i]}" in
      ${paths.join('|')}) at="$at \${COMP_WORDS[i]}" ;;
    esac
  done
  case "$at:$previous" in
${nodes.flatMap(valueCases).join('\n')}
    *)
      case "$at" in
${nodes.map((node) => argumentCase(node, nodes)).join('\n')}
      esac
      case "$current" in
        -*)
          kind=''
          case "$at" in
${nodes.map(optionCase).join('\n')}
          esac
          ;;
      esac
      ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  case "$kind" in
    files) COMPREPLY+=($(compgen -f -- "$current")) ;;
    folders) COMPREPLY+=($(compgen -d -- "$current")) ;;
  esac
}

complete -o filenames -F _asyncio_lab asyncio-lab
`;
}

function valueCases({ path, options }: CommandNode): string[] {
  return options.flatMap(({ flags, value }) => {
    if (value === undefined) return [];
    const patterns = flags.map((flag) => quoted(`${pathOf(path)}:${flag}`)).join('|');
    return [`    ${patterns}) ${assignments(value, [])} ;;`];
  });
}

function argumentCase(node: CommandNode, nodes: readonly CommandNode[]): string {
  const children = childrenOf(node, nodes).map(({ path }) => path.at(-1) ?? '');
  return `        ${quoted(pathOf(node.path))}) ${assignments(node.argument ?? [], children)} ;;`;
}

function optionCase({ path, options }: CommandNode): string {
  const flags = options.flatMap((option) => option.flags);
  return `            ${quoted(pathOf(path))}) words=${quoted(flags.join(' '))} ;;`;
}

function assignments(candidates: Candidates, more: readonly string[]): string {
  if (candidates === 'files' || candidates === 'folders') {
    return `words=${quoted(more.join(' '))} kind=${candidates}`;
  }
  if (candidates === 'scenarios') return `words="${more.join(' ')} $scenarios" kind=files`;
  if (candidates === 'exercises') return `words="${more.join(' ')} $exercises"`;
  return `words=${quoted([...more, ...candidates].join(' '))}`;
}

function pathOf(path: readonly string[]): string {
  return path.map((word) => ` ${word}`).join('');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
