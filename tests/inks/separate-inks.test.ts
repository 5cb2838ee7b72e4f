import { expect, test } from 'vitest';
import { separateInks } from '../../scripts/inks/separate-inks.ts';

function separate(css: string) {
	const { styles, colors, unread } = separateInks(new Map([['a.css', css]]));
	return { css: styles.get('a.css'), inks: colors.map(({ inks }) => inks), colors, unread };
}

// Of CSS Color 5, 8.2: red = 1 - min(1, cyan * (1 - black) + black).
test.each([
	['device-cmyk(0 1 1 0)', 'rgb(255 0 0)', [0, 1, 1, 0]],
	['device-cmyk(0 81% 81% 30%)', 'rgb(179 34 34)', [0, 0.81, 0.81, 0.3]],
	['device-cmyk(0, 0.81, 0.81, 0.3)', 'rgb(179 34 34)', [0, 0.81, 0.81, 0.3]],
	['DEVICE-CMYK( none 100% 0 /**/ 0 / 50% )', 'rgb(255 0 255 / 50%)', [0, 1, 0, 0]],
	['device-cmyk(2 -1 0 0)', 'rgb(0 255 255)', [1, 0, 0, 0]],
	['device-cmyk(0 0 0 1)', 'rgb(0 0 0)', [0, 0, 0, 1]],
])('%s looks like %s', (written, seen, inks) => {
	expect(separate(`p{color:${written}}`)).toMatchObject({
		css: `p{color:${seen}}`,
		inks: [inks],
		unread: [],
	});
});

test('mixes that would look the same are kept apart, and the same mix is one colour', () => {
	const { css } = separate(
		'a{color:device-cmyk(0 0 0 .5);fill:device-cmyk(.5 .5 .5 0);stroke:device-cmyk(0 0 0 .5)}',
	);
	expect(css).toBe('a{color:rgb(128 128 128);fill:rgb(128 128 129);stroke:rgb(128 128 128)}');
});

test('a black of four inks is not what is black elsewhere', () => {
	expect(separate('a{color:device-cmyk(.6 .4 .4 1)}').css).toBe('a{color:rgb(0 0 1)}');
});

test('comments, strings and addresses are left alone', () => {
	const css =
		'/* device-cmyk(0 0 0 1) */ a{content:"device-cmyk(0 0 0 1)";background:url(device-cmyk(0.png)}';
	expect(separate(css)).toMatchObject({ css, inks: [], unread: [] });
});

test.each([
	'device-cmyk(0 0 0)',
	'device-cmyk(a b c d)',
	'device-cmyk(0 0 0 var(--k))',
	'device-cmyk()',
	'device-cmyk(1 1 1 1 / x)',
])('%s is named with its place', (written) => {
	const { css, unread } = separate(`a{}\nb{color:${written}}`);
	expect(css).toContain(written);
	expect(unread).toEqual([{ text: written, place: { file: 'styles/a.css', line: 2, column: 9 } }]);
});

test('mixes of all sheets are kept apart', () => {
	const sheets = new Map([
		['a.css', 'a{color:device-cmyk(0 0 0 .5)}'],
		['b.css', 'b{color:device-cmyk(.5 .5 .5 0)}'],
	]);
	const { colors } = separateInks(sheets);
	expect(new Set(colors.map(({ screen }) => screen.join())).size).toBe(2);
});
