/**
 * What the text of an exercise's file must have: a mark of what is to be done, and where its comments
 * are in two languages, each in both.
 */

/** What is wrong with it. */
export type FileFault = 'no-todo' | 'half-bilingual';

/** Return what is wrong with the text of a file. */
export function faultsOfFile(text: string, languages: readonly string[]): FileFault[] {
  const lines = text.split('\n');
  const marked = ['en', 'zh-TW'].map((language) => {
    return lines.filter((line) => line.trimStart().startsWith(`// [${language}]`));
  });
  const everywhere = lines.filter((line) => !/^\s*\/\/ \[/.test(line)).join('\n');
  const hasTodo = (those: readonly string[]) => those.some((line) => line.includes('TODO'));
  const isMarked = marked.every(hasTodo) || everywhere.includes('TODO');
  const [english = [], chinese = []] = marked;
  // Each reader gets the comments of one language only.
  const isHalf = (english.length === 0) !== (chinese.length === 0);
  return [
    ...(isMarked ? [] : ['no-todo' as const]),
    ...(languages.length > 1 && isHalf ? ['half-bilingual' as const] : []),
  ];
}
