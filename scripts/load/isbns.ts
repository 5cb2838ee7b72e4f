import { didYouMean, type Reporter } from '../diagnostics/index.ts';
import type { EditionChoice, EditionId, Isbns } from '../model/index.ts';
import { isbnFields } from './publication-fields.ts';
import { describePath, readFields, valueAt } from './read-fields.ts';
import type { Path, YamlDocument } from './yaml-document.ts';

const formats = ['print', 'pdf', 'epub'] as const satisfies readonly (keyof Isbns)[];

/**
 * Reads `isbn` of book.yaml: ISBNs by edition, then by format. A book of one edition may leave the edition out. Faults
 * are reported at their place.
 */
export function readIsbns(
	document: YamlDocument,
	editions: readonly Pick<EditionChoice, 'id'>[],
	report: Reporter,
): Readonly<Record<EditionId, Isbns>> {
	const found: Record<EditionId, Isbns> = {};
	const value = valueAt(document.value, ['isbn']);
	if (value === undefined) return found;
	const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
	const keys = isMap ? Object.keys(value) : [];
	const isPlain = keys.some((key) => formats.some((format) => format === key));
	const ids = editions.map(({ id }) => id);
	const [only, ...others] = ids;
	const seen = new Map<string, Path>();
	const read = (id: EditionId, path: Path) => {
		const { print, pdf, epub } = readFields(isbnFields, document, path, describePath(path), report);
		const isbns = { ...(print && { print }), ...(pdf && { pdf }), ...(epub && { epub }) };
		reportRepeats(isbns, path, seen, document, report);
		found[id] = isbns;
	};
	// An edition with a fault of its own has been left out, and is known all the same.
	const isKnown = (id: EditionId) =>
		ids.includes(id) || valueAt(document.value, ['editions', id]) !== undefined;
	if (only !== undefined && others.length === 0 && (isPlain || !isMap)) read(only, ['isbn']);
	else if (isPlain || !isMap) {
		const message = 'isbn must hold ISBNs by edition, such as { zh: { epub: 978-… } }';
		report('config-invalid', message, document.place(['isbn']));
	} else {
		for (const id of keys) {
			if (isKnown(id)) read(id, ['isbn', id]);
			else {
				const hint = didYouMean(id, ids) ?? `The editions are: ${ids.join(', ')}.`;
				report(
					'config-unknown-key',
					`"${id}" is no edition of the book`,
					document.keyPlace(['isbn', id]),
					hint,
				);
			}
		}
	}
	return found;
}

/** One product, one ISBN: another format and another edition each need their own (ISO 2108:2017, 5). */
function reportRepeats(
	isbns: Isbns,
	base: Path,
	seen: Map<string, Path>,
	document: YamlDocument,
	report: Reporter,
): void {
	for (const format of formats) {
		const isbn = isbns[format];
		if (isbn === undefined) continue;
		const path = [...base, format];
		const before = seen.get(isbn);
		if (before) {
			const message = `${describePath(path)} is the same as ${describePath(before)}`;
			const hint = 'Give each format of each edition its own ISBN.';
			report('config-invalid', message, document.place(path), hint);
		} else seen.set(isbn, path);
	}
}
