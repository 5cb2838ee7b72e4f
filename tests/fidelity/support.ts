import { createReport, type Diagnostic, type Reporter } from '../../scripts/diagnostics/index.ts';
import { readPairs, type TextPair } from '../../scripts/fidelity/text-pairs.ts';
import type { Book, PiecePairing } from '../../scripts/model/index.ts';
import { pairBook } from '../../scripts/pair/index.ts';
import { compile, type Parts } from '../compile/sample.ts';

export interface Paired {
	readonly book: Book;
	readonly pairing: PiecePairing;
	readonly pairs: readonly TextPair[];
}

/** The text of a piece and its translation, in Chinese and English unless other languages are given. */
export function pairTexts(source: string, target: string, parts: Partial<Parts> = {}): Paired {
	const { languages = ['zh', 'en'] } = parts;
	const [from = '', to = ''] = languages;
	const files = { [`a.${from}.md`]: source, [`a.${to}.md`]: target, ...parts.files };
	const { book } = compile({ ...parts, languages, files });
	const pairing = pairBook(book, [from, to]).get('a');
	if (!pairing) throw new Error('The piece of the test has no pairs.');
	return { book, pairing, pairs: readPairs(pairing) };
}

/** What some work reports: `line:column rule message`. */
export function said(work: (report: Reporter) => void): readonly string[] {
	const report = createReport();
	work(report.add);
	return report.list().map(saying);
}

function saying({ line, column, rule, message }: Diagnostic): string {
	return `${line}:${column} ${rule} ${message}`;
}
