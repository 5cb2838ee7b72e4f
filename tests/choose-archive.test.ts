import { expect, test } from 'vitest';
import { chooseArchive } from '../scripts/choose-archive.ts';
import { manuscriptOf } from './compile/sample.ts';

const written = {
	...manuscriptOf({ files: { 'front/preface.zh.md': '# 序', 'front/preface.en.md': '# Preface' } }),
	files: [{ file: 'book.yaml', text: 'slug: a' }],
};

test('PDF/A-3 takes the texts of its language and what the book says of itself', () => {
	const { level, sources } = chooseArchive('3a', ['en'], [written]);
	expect(level).toBe('3a');
	expect(sources.map(({ file, text }) => [file, text])).toEqual([
		['book.yaml', 'slug: a'],
		['front/preface.en.md', '# Preface'],
	]);
});

test('of an edition in two languages it takes those of both', () => {
	const { sources } = chooseArchive('3a', ['zh', 'en'], [written]);
	expect(sources.map(({ file }) => file)).toEqual([
		'book.yaml',
		'front/preface.zh.md',
		'front/preface.en.md',
	]);
});

test('PDF/A-2 takes none', () => {
	expect(chooseArchive('2a', ['en'], [written]).sources).toEqual([]);
});
