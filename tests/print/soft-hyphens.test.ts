import { expect, test } from 'vitest';
import { mendSoftHyphens } from '../../scripts/print/soft-hyphens.ts';

/** What becomes of a page's content. */
function mend(content: string): string {
	return Buffer.from(mendSoftHyphens(Buffer.from(content, 'latin1'))).toString('latin1');
}

const span = (text: string) => `/Span<</ActualText <feff${text}> >> BDC (x) Tj EMC`;

test('breaks that were not made are not told of', () => {
	expect(mend(span('0067006f00ad0076'))).toBe(span('0067006f0076'));
	expect(mend(span('00ad'))).toBe(span(''));
});

test('a break that was made is a soft hyphen', () => {
	expect(mend(span('2010'))).toBe(span('00ad'));
});

test('a hyphen among other text is the author’s', () => {
	expect(mend(span('006120100062'))).toBe(span('006120100062'));
});

test('units are taken whole, not across: U+1200 U+AD41 holds no soft hyphen', () => {
	expect(mend(span('1200ad41'))).toBe(span('1200ad41'));
});

test('all else stays, byte for byte', () => {
	const content = '(\xe4\xff\x00) Tj /ActualText (other) <feff00ad> Tj';
	expect(mend(content)).toBe(content);
});

test('a content without soft hyphens is handed back itself', () => {
	const bytes = Buffer.from(span('0067'), 'latin1');
	expect(mendSoftHyphens(bytes)).toBe(bytes);
});

test('bytes that lie inside a larger buffer are read alone', () => {
	const whole = Buffer.from(`${span('2010')}${span('0067')} `, 'latin1');
	const inner = whole.subarray(span('2010').length, -1);
	expect(Buffer.from(mendSoftHyphens(inner)).toString('latin1')).toBe(span('0067'));
});
