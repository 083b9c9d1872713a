/**
 * Which language to speak: the one asked for, or that of the locale.
 */

import type { Language } from '../report/style.js';

/** The languages that there are. */
export const languages: readonly Language[] = ['en', 'zh-TW'];

/**
 * Return the language of the environment: its locale as POSIX has it, or that of the system, which
 * the rules of plurals know as well and need no calendar for.
 */
export function languageOf(environment: NodeJS.ProcessEnv): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  const locale = LC_ALL || LC_MESSAGES || LANG || new Intl.PluralRules().resolvedOptions().locale;
  return /^zh\b|^zh_/i.test(locale) ? 'zh-TW' : 'en';
}

/**
 * Return the value of `--lang` among the arguments, if it is given.
 *
 * It is looked up before anything is parsed, for help and errors are in that language too.
 */
export function languageAskedFor(argv: readonly string[]): string | undefined {
  const index = argv.findLastIndex((argument) => /^--lang(?:=|$)/.test(argument));
  const argument = argv[index];
  return argument === '--lang' ? argv[index + 1] : argument?.slice('--lang='.length);
}
