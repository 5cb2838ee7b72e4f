import { expect, test } from 'vitest';
import { isPassing } from '../../scripts/watch/passing-names.ts';

test.each([
	'.git',
	'.DS_Store',
	'.values.en.md.swp',
	'.~lock.values.en.md#',
	'.#values.en.md',
	'#values.en.md#',
	'values.en.md~',
	'~$values.en.md',
	'4913',
	'values.en.md.swp',
	'values.en.md.tmp',
	'values.en.md___jb_tmp___',
	'values.en.md___jb_old___',
	'node_modules',
])('%s says nothing of the book', (name) => {
	expect(isPassing(name)).toBe(true);
});

test.each([
	'book.yaml',
	'values.en.md',
	'4913.en.md',
	'49130',
	'no.1#2.md',
	'map~1.svg',
	'tmp',
	'node_modules.md',
	'前言.zh.md',
])('%s may be of the book', (name) => {
	expect(isPassing(name)).toBe(false);
});
