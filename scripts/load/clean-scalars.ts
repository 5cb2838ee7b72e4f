import { type Document, isScalar, visit } from 'yaml';

// What no XML may hold (XML 1.0, production 2, Char), and what no font shows. In a regular expression with the flag
// u, \p{Cs} finds lone surrogates only.
const unwanted = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufeff\ufffe\uffff]/gu;

/**
 * Takes characters out of all values that no output can hold: not every value becomes text that is compiled. The
 * document is changed.
 * @param text what the document was read from
 * @param found is told of the first such character of each value and of its offset, or the value's where the
 * character was written as an escape
 */
export function cleanScalars(
	document: Document,
	text: string,
	found: (character: string, offset: number) => void,
): void {
	visit(document, {
		Scalar(key, scalar) {
			if (key === 'key' || !isScalar(scalar) || typeof scalar.value !== 'string') return;
			const [first] = scalar.value.match(unwanted) ?? [];
			if (first === undefined) return;
			const [start = 0, end = start] = scalar.range ?? [];
			const within = text.slice(start, end).indexOf(first);
			found(first, start + Math.max(within, 0));
			scalar.value = scalar.value.replace(unwanted, '');
		},
	});
}
