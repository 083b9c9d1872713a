/**
 * Colours by what they mean. Without colours all of them leave a text as it is.
 */

/** Colours a text. */
export type Brush = (text: string) => string;

/** The meanings that have a colour. */
export interface Paint {
  readonly bold: Brush;
  readonly dim: Brush;
  readonly good: Brush;
  readonly bad: Brush;
  readonly warning: Brush;
  /** Each task has a colour of its own, as long as there are enough of them. */
  readonly task: (name: string) => Brush;
}

const asItIs: Brush = (text) => text;

/** No colours: for pipes and files. */
export const plain: Paint = {
  bold: asItIs,
  dim: asItIs,
  good: asItIs,
  bad: asItIs,
  warning: asItIs,
  task: () => asItIs,
};

/** Return the colours of a terminal: 1 for sixteen, 2 for 256, 3 for all; 0 for none. */
export async function paintOf(level: 0 | 1 | 2 | 3): Promise<Paint> {
  if (level === 0) return plain;
  // Imported only now: most output of scripts has no colours.
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level });
  // Green, red and yellow have a meaning already.
  const taskColours = [
    chalk.cyan,
    chalk.magenta,
    chalk.blueBright,
    chalk.cyanBright,
    chalk.magentaBright,
    chalk.blue,
  ];
  return {
    bold: alone(chalk.bold),
    dim: alone(chalk.dim),
    good: alone(chalk.green),
    bad: alone(chalk.red),
    warning: alone(chalk.yellow),
    task: (name) => alone(taskColours[numberOf(name) % taskColours.length] ?? asItIs),
  };
}

/** Chalk paints all that it is given, and `map` gives more than the text. */
function alone(paint: Brush): Brush {
  return (text) => paint(text);
}

/** The number at the end of `Task-7`, or one made of the name's letters. */
function numberOf(name: string): number {
  const number = /\d+$/.exec(name)?.[0];
  if (number !== undefined) return Number(number) - 1;
  return [...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0);
}
