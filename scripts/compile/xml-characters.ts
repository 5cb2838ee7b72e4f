import type { Element, Parents, Root } from 'hast';
import type { VFile } from 'vfile';
import type { Reporter } from '../diagnostics/index.ts';
import { contextOf, reportAt, type TextContext } from './context.ts';
import type { Position } from './positions.ts';

// What XML 1.0 leaves out (production 2, Char), and of what it allows DEL, the C1 controls and byte order marks,
// which no font shows. In a regular expression with the flag u, \p{Cs} finds lone surrogates only.
const UNWANTED = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufeff\ufffe\uffff]/gu;

/**
 * The source without characters that XML forbids and with `\n` alone between lines; says so once for each line.
 * `line` and `column` are where the source begins in the file.
 */
export function cleanSource(source: string, report: Reporter, file: string, line = 1, column = 1): string {
	const text = source.replace(/\r\n?/g, '\n').replace(/^\ufeff/, '');
	if (text.search(UNWANTED) < 0) return text;
	const cleaned = text.split('\n').map((one, index) => {
		const at = one.search(UNWANTED);
		if (at < 0) return one;
		const place = { file, line: line + index, column: (index === 0 ? column : 1) + at };
		report('character-control', describe(one.codePointAt(at)), place);
		return one.replace(UNWANTED, '');
	});
	return cleaned.join('\n');
}

/** Drops the same characters where HTML wrote them as references, such as `&#1;`. */
export function rehypeXmlCharacters() {
	return (tree: Root, file: VFile): void => clean(tree, contextOf(file));
}

function clean(parent: Parents, context: TextContext): void {
	for (const child of parent.children) {
		if (child.type === 'text') {
			child.value = cleanValue(child.value, child.position ?? parent.position, context);
		} else if (child.type === 'element') {
			cleanProperties(child, context);
			clean(child, context);
		}
	}
}

function cleanProperties(element: Element, context: TextContext): void {
	for (const [name, value] of Object.entries(element.properties)) {
		if (typeof value === 'string') {
			element.properties[name] = cleanValue(value, element.position, context);
		} else if (Array.isArray(value)) {
			element.properties[name] = value.map((one) =>
				typeof one === 'string' ? cleanValue(one, element.position, context) : one,
			);
		}
	}
}

function cleanValue(value: string, at: Position | undefined, context: TextContext): string {
	const index = value.search(UNWANTED);
	if (index < 0) return value;
	reportAt(context, 'character-control', describe(value.codePointAt(index)), at);
	return value.replace(UNWANTED, '');
}

function describe(point: number | undefined): string {
	const code = (point ?? 0).toString(16).toUpperCase().padStart(4, '0');
	return `the invisible character U+${code} was dropped`;
}
