import { expect, test } from 'vitest';
import { rememberContents } from '../../scripts/preview/contents.ts';

test('the hash names what stands on the page, text and notes apart', () => {
	const contents = rememberContents();
	const hashes = [
		contents.of('ab', 'c'),
		contents.of('a', 'bc'),
		contents.of('abc', ''),
		contents.of('', 'abc'),
	].map(({ hash }) => hash);
	expect(new Set(hashes).size).toBe(4);
	expect(rememberContents().of('ab', 'c').hash).toBe(hashes[0]);
});

test('what was there is not looked at again, and is forgotten after a turn without it', () => {
	const contents = rememberContents();
	const first = contents.of('<p>a</p>', '');
	contents.turn();
	expect(contents.of('<p>a</p>', '')).toBe(first);
	contents.turn();
	expect(contents.byHash(first.hash)).toBe(first);
	contents.turn();
	expect(contents.byHash(first.hash)).toBeUndefined();
	expect(contents.of('<p>a</p>', '')).not.toBe(first);
});

test('knows the folios that a page waits for', () => {
	const body = [
		'<p><a class="toc-title" href="#a">page-ref</a><a class="page-ref" href="#b"></a></p>',
		'<a href="#%E7%AB%A0" class="x page-ref"></a><a class="page-reference" href="#d"></a>',
	].join('');
	expect(rememberContents().of(body, '').references).toEqual(['b', '章']);
});
