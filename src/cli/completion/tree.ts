/**
 * The command line as what completes it in a shell sees it: commands, their options and what stands
 * behind either. It is made of commander's own, so that nothing is said twice.
 */

import type { Argument, Command, Option } from 'commander';
import { formatNames } from '../formats.js';

/** What may stand somewhere: one of some words, scenarios, exercises, or names of files or folders. */
export type Candidates = readonly string[] | 'scenarios' | 'exercises' | 'files' | 'folders';

/** An option of a command. */
export interface OptionNode {
  /** `--help`, and its short form if it has one. */
  readonly flags: readonly string[];
  readonly about: string;
  /** What stands behind it; `undefined` for an option without a value. */
  readonly value?: Candidates;
}

/** A command; the first of them is the program itself. */
export interface CommandNode {
  /** The words that lead to it: `['exercise', 'check']`. */
  readonly path: readonly string[];
  readonly about: string;
  readonly options: readonly OptionNode[];
  readonly argument?: Candidates;
}

/** Return the program and all its commands, each before its own. */
export function commandNodes(command: Command, path: readonly string[] = []): CommandNode[] {
  const argument = candidatesOf(command.registeredArguments[0]);
  const node = {
    path,
    about: command.description(),
    options: optionsOf(command).map(optionNode),
    ...(argument !== undefined && { argument }),
  };
  return [
    node,
    ...command.commands.flatMap((child) => commandNodes(child, [...path, child.name()])),
  ];
}

/** Return the commands directly below one. */
export function childrenOf(node: CommandNode, nodes: readonly CommandNode[]): CommandNode[] {
  return nodes.filter(
    ({ path }) =>
      path.length === node.path.length + 1 &&
      node.path.every((word, index) => path[index] === word),
  );
}

/** The options of a command, those of the program among them, for they are taken everywhere. */
function optionsOf(command: Command): Option[] {
  const helper = command.createHelp();
  helper.showGlobalOptions = true;
  const all = [...helper.visibleOptions(command), ...helper.visibleGlobalOptions(command)];
  return all.filter(
    (option, index) => all.findIndex((other) => other.long === option.long) === index,
  );
}

function optionNode(option: Option): OptionNode {
  const flags = [option.long, option.short].filter((flag) => flag !== undefined);
  const takesValue = option.required || option.optional;
  const about = option.description;
  return takesValue ? { flags, about, value: candidatesFor(option) } : { flags, about };
}

/** `<real|virtual>` are the words themselves; a name says what is meant. */
function candidatesFor({ flags }: Option): Candidates {
  const name = /[<[](.*)[>\]]/.exec(flags)?.[1] ?? '';
  const words = name.split('|');
  if (words.length > 1 && words.every((word) => /^[a-z][\w-]+$/.test(word))) return words;
  if (name === 'folder') return 'folders';
  if (name === 'format') return formatNames;
  return /path|PATH/.test(name) ? 'files' : [];
}

const byArgument: Readonly<Record<string, Candidates>> = {
  names: 'scenarios',
  exercise: 'exercises',
  folder: 'folders',
  shell: ['bash', 'zsh', 'fish'],
  name: [],
};

function candidatesOf(argument: Argument | undefined): Candidates | undefined {
  if (argument === undefined) return undefined;
  return byArgument[argument.name()] ?? 'files';
}
