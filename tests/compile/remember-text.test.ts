import { expect, test } from 'vitest';
import { createMemo } from '../../scripts/cache/memo.ts';
import type { BookContext } from '../../scripts/compile/context.ts';
import { rememberText } from '../../scripts/compile/remember-text.ts';
import { createTools } from '../../scripts/compile/tools.ts';
import { createReport } from '../../scripts/diagnostics/index.ts';
import { asset } from './sample.ts';

/** A book with some images, which counts how often a text is worked on. */
function workshop() {
	const memo = createMemo();
	const { scriptOf, hyphenator } = createTools();
	const assets = new Map([['a.png', asset('a.png')]]);
	let worked = 0;
	const run = (work: (book: BookContext) => string, key = 'text') => {
		const { add: report, list } = createReport();
		const book: BookContext = {
			languages: ['zh'],
			report,
			scriptOf,
			hyphenator,
			claimId: (wanted) => wanted,
			images: new Set(),
			findImage: (path) => {
				const found = assets.get(path);
				return found ? { asset: found } : { rule: 'image-missing', why: 'does not exist' };
			},
			findPlace: ({ href }) => ({ broken: href }),
			readPhrase: () => [],
		};
		const value = rememberText(memo, 'texts', key, book, (traced) => {
			worked += 1;
			return work(traced);
		});
		return { value, found: list().map((one) => one.message), images: [...book.images] };
	};
	return { run, assets, worked: () => worked };
}

function show(path: string) {
	return (book: BookContext): string => {
		const { asset: found } = book.findImage(path);
		if (found) book.images.add(path);
		else book.report('image-missing', `${path} is missing`, 'a.md');
		return `${path} ${found?.width}`;
	};
}

test('a text is worked on once while what it asked for stays as it is', () => {
	const { run, assets, worked } = workshop();
	const first = run(show('a.png'));
	assets.set('other.png', asset('other.png'));
	expect(run(show('a.png'))).toEqual(first);
	expect(first).toEqual({ value: 'a.png 320', found: [], images: ['a.png'] });
	expect(worked()).toBe(1);
});

test('another answer makes it anew, and the old one finds the old text again', () => {
	const { run, assets, worked } = workshop();
	const old = assets.get('a.png');
	run(show('a.png'));
	assets.delete('a.png');
	const missing = { value: 'a.png undefined', found: ['a.png is missing'], images: [] };
	expect(run(show('a.png'))).toEqual(missing);
	expect(run(show('a.png'))).toEqual(missing);
	expect(worked()).toBe(2);
	if (old) assets.set('a.png', old);
	expect(run(show('a.png')).value).toBe('a.png 320');
	expect(worked()).toBe(2);
	assets.set('a.png', { ...asset('a.png'), width: 7 });
	expect(run(show('a.png')).value).toBe('a.png 7');
});

test('what is asked only because of an answer counts too', () => {
	const { run, assets, worked } = workshop();
	const either = (book: BookContext) => (book.findImage('b.png').asset ? 'b' : show('a.png')(book));
	expect(run(either).value).toBe('a.png 320');
	assets.set('b.png', asset('b.png'));
	expect(run(either).value).toBe('b');
	assets.set('a.png', { ...asset('a.png'), width: 1 });
	expect(run(either).value).toBe('b');
	assets.delete('b.png');
	expect(run(either).value).toBe('a.png 1');
	assets.set('a.png', { ...asset('a.png'), width: 2 });
	expect(run(either).value).toBe('a.png 2');
	expect(worked()).toBeLessThanOrEqual(5);
});

test('texts of other keys know nothing of each other', () => {
	const { run, worked } = workshop();
	run(show('a.png'), 'one');
	run(show('a.png'), 'other');
	expect(worked()).toBe(2);
});
