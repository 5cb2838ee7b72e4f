import { createHyphenators, type FindHyphenator } from './hyphenators.ts';
import { createScriptOf, type ScriptOf } from './language-script.ts';
import { createProcessors, type Processors } from './processors.ts';
import { createWriteHtml, type WriteHtml } from './to-html.ts';

/** What every text goes through, whatever book it is of; slow to make, so a session makes it once. */
export interface Tools {
	readonly processors: Processors;
	readonly write: WriteHtml;
	readonly scriptOf: ScriptOf;
	readonly hyphenator: FindHyphenator;
}

export function createTools(): Tools {
	return {
		processors: createProcessors(),
		write: createWriteHtml(),
		scriptOf: createScriptOf(),
		hyphenator: createHyphenators(),
	};
}
