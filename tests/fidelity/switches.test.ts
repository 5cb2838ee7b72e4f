import { expect, test } from 'vitest';
import { switched } from '../../scripts/fidelity/switches.ts';
import type { Book, Checks } from '../../scripts/model/index.ts';
import { compile } from '../compile/sample.ts';
import { said } from './support.ts';

function bookWith(usual: Checks, byFile: Readonly<Record<string, Checks>>): Book {
	const { book } = compile({ files: { 'a.zh.md': '文', 'a.en.md': 'text', 'b.en.md': 'text' } });
	const pieces = [...book.pieces].map(([path, versions]) => {
		const chosen = Object.values(versions).map((piece) => {
			const checks = byFile[piece.file];
			return [piece.lang, { ...piece, ...(checks && { checks }) }] as const;
		});
		return [path, Object.fromEntries(chosen)] as const;
	});
	return { ...book, config: { ...book.config, checks: usual }, pieces: new Map(pieces) };
}

function heard(book: Book): readonly string[] {
	return said((report) => {
		const to = switched(book, report);
		for (const file of ['a.zh.md', 'a.en.md', 'b.en.md']) {
			to('translation-length', file, { file, line: 1, column: 1 });
			to('translation-link', file, file);
		}
	}).map((one) => one.replace(/^\S+ translation-/, ''));
}

test('checks are off in the book, in a piece, or in the source of a piece', () => {
	expect(heard(bookWith({}, {}))).toHaveLength(6);
	expect(heard(bookWith({ 'translation-length': false }, {}))).toEqual([
		'link a.en.md',
		'link a.zh.md',
		'link b.en.md',
	]);
	const source = heard(bookWith({}, { 'a.zh.md': { 'translation-link': false } }));
	expect(source).toEqual(['length a.en.md', 'length a.zh.md', 'link b.en.md', 'length b.en.md']);
	const own = heard(bookWith({ 'translation-link': false }, { 'a.en.md': { 'translation-link': true } }));
	expect(own).toEqual(['link a.en.md', 'length a.en.md', 'length a.zh.md', 'length b.en.md']);
});
