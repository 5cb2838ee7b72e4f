import type { Element } from 'hast';
import type { TokenContext } from './tokens.ts';

/** What the two versions of a text are compared and marked with. */
export interface Marker {
	readonly now: TokenContext;
	readonly before: TokenContext;
	/** What stands for the call of a note in a text that is gone. */
	readonly goneCall: (call: Element) => Element;
	/** A prefix for the ids of a drawing that is gone, a new one each time. */
	readonly nextPrefix: () => string;
	/** What is said of an image that is gone, or that came, for those who do not see it. */
	readonly describe: (mark: Mark, description: string) => string;
}

/** Whether something came or is gone. */
export type Mark = 'inserted' | 'deleted';
