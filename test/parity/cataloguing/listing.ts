/**
 * Finds the programs in a file of the catalogue, by its form alone.
 *
 * The pieces of a file stand apart by empty lines: what it is about, the imports, then functions. A
 * function that says in one sentence what it shows is a program; one that says nothing helps the
 * next program.
 */

/** A file of the catalogue, taken apart. */
export interface Listing {
  /** What the file is about. */
  readonly about: string;
  readonly sources: readonly Source[];
}

/** The text of one program. */
export interface Source {
  readonly name: string;
  readonly sentence: string;
  /** With what helps it, without the sentence. */
  readonly text: string;
}

/** How the pieces of a file look in one language. */
interface Form {
  readonly about: RegExp;
  readonly imports: RegExp;
  readonly program: RegExp;
  /** What follows the sentence in the program's text, or stands around it. */
  readonly sentence: RegExp;
  /** The empty lines between pieces. */
  readonly gap: string;
}

const typescript: Form = {
  about: /^\/\*\* (.+) \*\/$/,
  imports: /^import /,
  program: /^\/\*\* (?<sentence>.+) \*\/\nexport (?:const|async function|function) (?<name>\w+)/,
  sentence: /^.+\n/,
  gap: '\n\n',
};

const python: Form = {
  about: /^"""(.+)"""$/,
  imports: /^(?:import|from) /,
  program: /^(?:async )?def (?<name>\w+)\(\):\n {4}"""(?<sentence>.+)"""\n/,
  sentence: /^ {4}""".+"""\n\n?/m,
  gap: '\n\n\n',
};

/** Take a file in TypeScript apart. */
export function listingOfTypeScript(text: string): Listing {
  return listingOf(text, typescript);
}

/** Take a file in Python apart. */
export function listingOfPython(text: string): Listing {
  return listingOf(text, python);
}

function listingOf(text: string, form: Form): Listing {
  const [first = '', ...pieces] = text.trimEnd().split(/\n\n+(?=\S)/);
  const sources: Source[] = [];
  let helpers: string[] = [];
  for (const piece of pieces) {
    if (form.imports.test(piece)) continue;
    const { name, sentence } = form.program.exec(piece)?.groups ?? {};
    if (name === undefined || sentence === undefined) {
      helpers.push(piece);
      continue;
    }
    const program = [...helpers, piece.replace(form.sentence, '')];
    sources.push({ name, sentence, text: program.join(form.gap) });
    helpers = [];
  }
  return { about: form.about.exec(first)?.[1] ?? '', sources };
}
