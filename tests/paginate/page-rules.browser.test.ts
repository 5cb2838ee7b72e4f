import { afterAll, beforeAll, expect, test } from 'vitest';
import { english, openPress, type Press } from '../support/press.ts';

let press: Press;

beforeAll(async () => {
	press = await openPress();
});

afterAll(() => press.close());

const pixelsPerMillimetre = 96 / 25.4;

test.each([
	['A5', { width: 148, height: 210 }, undefined],
	['6×9 in', { width: 152.4, height: 228.6 }, { top: 20, bottom: 25, inner: 22.5, outer: 15 }],
	['16开', { width: 185, height: 260 }, { inner: 30 }],
])('pages of %s come out of the browser as they were asked for', async (_, trim, margins) => {
	const page = { gutter: 'auto', trim, ...(margins ? { margins } : {}) } as const;
	const { book } = await press.lay([english('a', '<p>One line of text.</p>')], { page });
	expect(book?.trim).toEqual(trim);
	const across = trim.width / 210;
	const down = trim.height / 297;
	const own = { top: 25 * down, bottom: 34 * down, inner: 31.4 * across, outer: 37.8 * across, ...margins };
	const wanted = {
		width: trim.width,
		height: trim.height,
		top: own.top,
		inner: own.inner,
		blockWidth: trim.width - own.inner - own.outer,
		blockHeight: trim.height - own.top - own.bottom,
	};
	const { page: sheet, block } = book?.geometry ?? { page: undefined, block: undefined };
	const measured = {
		width: sheet?.width,
		height: sheet?.height,
		top: block?.top,
		inner: block?.inner,
		blockWidth: block?.width,
		blockHeight: block?.height,
	};
	for (const [name, length] of Object.entries(wanted)) {
		// The browser places boxes to a 64th of a px, and each edge may be rounded.
		expect.soft(measured[name as keyof typeof measured], name).toBeCloseTo(length * pixelsPerMillimetre, 1);
	}
});
