import type { CommandSettings } from './command.ts';
import type { Memory } from './process-tree.ts';

/** What was measured in a Diglot that goes on running. */
export interface LiveFigure {
	readonly measure: 'word' | 'page' | 'screen';
	readonly times: number;
	/** From the save to the result, in ms, one for each edit. */
	readonly edits: readonly number[];
	readonly peak?: Memory;
	readonly fault?: string;
}

export interface LiveSettings extends Omit<CommandSettings, 'limit' | 'memory'> {
	readonly node: string;
	/** Edits of each kind. */
	readonly edits: number;
	readonly say: (text: string) => void;
}

/** Edits of a kind take no longer than this together, in ms, once there are a few. */
const budget = 30_000;
const few = 5;

/** Edits again and again: as often as asked for, less often where each takes long. */
export async function repeat(
	settings: LiveSettings,
	edit: (index: number) => Promise<number>,
): Promise<readonly number[]> {
	const times: number[] = [];
	const start = settings.now();
	while (times.length < settings.edits) {
		if (times.length >= few && settings.now() - start > budget) break;
		times.push(await edit(times.length));
	}
	return times;
}

export function messageOf(error: unknown): string {
	return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
}
