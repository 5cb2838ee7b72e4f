import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeOf } from '../../scripts/preview/changes.ts';
import { applyMessage } from '../../scripts/preview/page/editions.js';
import type { EditionView, PageEntry } from '../../scripts/preview/page/messages.d.ts';
import { geometry } from '../support/edition.ts';

const condition = { findings: [], faulty: false, building: false, time: 1 };

function view(pages: readonly PageEntry[], rest: Partial<EditionView> = {}): EditionView {
	const fields = {
		lang: 'en',
		title: 'T',
		geometry,
		css: 'a',
		heads: [],
		contents: [],
		folios: {},
		images: {},
	};
	return { id: 'en', ...fields, pages, ...rest };
}

const entries = fc.array(
	fc.record({
		hash: fc.constantFrom('a', 'b', 'c'),
		label: fc.constantFrom('1', '2'),
		side: fc.constantFrom('recto' as const, 'verso' as const),
		lang: fc.constant('en'),
		folio: fc.boolean(),
	}),
	{ maxLength: 12 },
);

test('what changed, put into the old view, gives the new one', () => {
	fc.assert(
		fc.property(entries, entries, fc.constantFrom('a', 'b'), (before, after, css) => {
			const old = view(before);
			const next = view(after, { css, heads: [css] });
			const change = changeOf(old, next);
			const message = { kind: 'change' as const, editions: change ? [change] : [], condition, fresh: {} };
			expect(applyMessage([old], message)).toEqual([next]);
		}),
		{ numRuns: 300 },
	);
});

test('only the run that differs is told of, and nothing where nothing does', () => {
	const entry = (hash: string): PageEntry => ({ hash, label: '1', side: 'recto', lang: 'en', folio: true });
	const before = view(['a', 'b', 'c', 'd'].map(entry));
	expect(changeOf(before, view(['a', 'b', 'c', 'd'].map(entry)))).toBeUndefined();
	expect(changeOf(before, view(['a', 'x', 'c', 'd'].map(entry)))).toEqual({
		id: 'en',
		pages: { start: 1, removed: 1, added: [entry('x')] },
	});
	expect(changeOf(before, view(['a', 'b', 'b', 'c', 'd'].map(entry)))?.pages).toEqual({
		start: 2,
		removed: 0,
		added: [entry('b')],
	});
	expect(changeOf(before, view(['a', 'd'].map(entry)))?.pages).toEqual({ start: 1, removed: 2, added: [] });
	expect(changeOf(before, { ...before, title: 'U' })).toEqual({ id: 'en', title: 'U' });
});
