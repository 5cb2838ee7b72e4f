import { basename } from 'node:path';
import type { CommandLine } from './command.ts';

/** Places of this machine by the word that stands for each in what is printed. */
export type Places = Readonly<Record<string, string>>;

/** A command as a reader could give it. */
export function printCommand({ file, args }: CommandLine, places: Places): string {
	return [basename(file), ...args.map((word) => hidePlaces(word, places))].join(' ');
}

/** Puts placeholders for known places, the longest first, and the bare name for any other file. */
export function hidePlaces(text: string, places: Places): string {
	const known = Object.entries(places).sort(([, a], [, b]) => b.length - a.length);
	return known
		.reduce((rest, [name, place]) => rest.replaceAll(place, name), text)
		.replaceAll(/(?<![\w.:/])(?:file:\/\/)?\/(?:[^\s/:,"'()]+\/)+([^\s/:,"'()]+)/g, '$1');
}
