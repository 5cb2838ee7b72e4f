import { checkNames, didYouMean, type Reporter } from '../diagnostics/index.ts';
import type { Checks } from '../model/index.ts';
import { valueAt } from './read-fields.ts';
import type { YamlDocument } from './yaml-document.ts';

const words: Readonly<Record<string, boolean>> = { on: true, off: false };

/**
 * Reads `checks` of book.yaml or of a piece, such as `{ translation-length: off }`. A name or a value that is unknown is
 * reported and left out.
 */
export function readChecks(document: YamlDocument, report: Reporter): Checks | undefined {
	const given = valueAt(document.value, ['checks']);
	if (given === undefined) return undefined;
	if (typeof given !== 'object' || given === null || Array.isArray(given)) {
		const message = 'checks must hold names of checks with on or off, such as translation-length: off';
		report('config-invalid', message, document.place(['checks']));
		return undefined;
	}
	const checks: Record<string, boolean> = {};
	for (const [name, word] of Object.entries(given)) {
		const path = ['checks', name];
		const value = typeof word === 'string' && Object.hasOwn(words, word) ? words[word] : undefined;
		if (!checkNames.includes(name)) {
			const hint = didYouMean(name, checkNames) ?? `The checks are: ${checkNames.join(', ')}.`;
			report('config-unknown-key', `"${name}" is no check`, document.keyPlace(path), hint);
		} else if (value === undefined) {
			report('config-invalid', `${name} of checks must be on or off`, document.place(path));
		} else checks[name] = value;
	}
	return checks;
}
