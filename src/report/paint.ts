//! Colours for a terminal, or none.

export type Colour = 'bold' | 'red' | 'yellow' | 'green' | 'blue' | 'dim';

export type Paint = (colour: Colour, text: string) => string;

export const paintFor = (isColoured: boolean): Paint => (isColoured ? painted : plain);

const CODES: Readonly<Record<Colour, number>> = {
  bold: 1,
  dim: 2,
  red: 31,
  green: 32,
  yellow: 33,
  blue: 34,
};

const plain: Paint = (_colour, text) => text;

const painted: Paint = (colour, text) => `\u001b[${CODES[colour]}m${text}\u001b[0m`;
