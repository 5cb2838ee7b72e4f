import type { Reporter } from '../diagnostics/index.ts';
import type { Book, Checks } from '../model/index.ts';

/**
 * A reporter that keeps silent about checks that are off: in the whole book, in a piece, or in its source, whose choices
 * count for its translations. What a piece says goes before what its source says, and that before book.yaml.
 */
export function switched({ config, pieces }: Book, report: Reporter): Reporter {
	const [source = ''] = config.languages;
	const byFile = new Map<string, Checks>();
	for (const versions of pieces.values()) {
		for (const piece of Object.values(versions)) {
			const chosen = { ...versions[source]?.checks, ...piece.checks };
			if (Object.keys(chosen).length > 0) byFile.set(piece.file, { ...config.checks, ...chosen });
		}
	}
	const { checks: usual = {} } = config;
	return (rule, message, place, hint) => {
		const checks = byFile.get(typeof place === 'string' ? place : place.file) ?? usual;
		if (checks[rule] === false) return;
		if (hint === undefined) report(rule, message, place);
		else report(rule, message, place, hint);
	};
}
