import { expect, test } from 'vitest';
import { marked } from './support.ts';

function table(...rows: readonly (readonly string[])[]): string {
	const line = (cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
	return `<table><tbody>${rows.map(line).join('')}</tbody></table>`;
}

const [head, body] = [
	['Country', 'Law', 'Year'],
	['France', 'Digital act', '2016'],
];

test('cells', () => {
	expect(marked(table(head, body), table(head, ['France', 'Digital law', '2017']))).toBe(
		table(head, ['France', 'Digital [-act-][+law+]', '[-2016-][+2017+]']),
	);
});

test('rows that came and are gone', () => {
	const row = ['Spain', 'Charter of rights', '2021'];
	expect(marked(table(head, body), table(head, body, row))).toBe(
		table(head, body, ['[+Spain+]', '[+Charter of rights+]', '[+2021+]']),
	);
	const gone = row.map((cell) => `<td class="deleted-block">[-${cell}-]</td>`).join('');
	expect(marked(table(head, row, body), table(head, body))).toBe(
		table(head, [], body).replace('<tr></tr>', `<tr>${gone}</tr>`),
	);
});

test('a column that came, and one that is gone', () => {
	const wide = [
		['Country', 'Law', 'Body', 'Year'],
		['France', 'Digital act', 'Senate', '2016'],
	];
	expect(marked(table(head, body), table(...wide))).toBe(
		table(['Country', 'Law', '[+Body+]', 'Year'], ['France', 'Digital act', '[+Senate+]', '2016']),
	);
	expect(marked(table(...wide), table(head, body)).replaceAll(' class="deleted-block"', '')).toBe(
		table(['Country', 'Law', '[-Body-]', 'Year'], ['France', 'Digital act', '[-Senate-]', '2016']),
	);
});

test('a row that is gone has a cell in a column that came since', () => {
	const result = marked(
		table(head, ['Spain', 'Charter', '2021'], body),
		table(['Country', 'Law', 'Body', 'Year'], ['France', 'Digital act', 'Senate', '2016']),
	);
	expect(result.match(/<tr>.*?<\/tr>/g)?.map((row) => row.match(/<td/g)?.length)).toEqual([4, 4, 4]);
});

test('cells that reach over others keep their places, or the whole table is another', () => {
	const wide =
		'<table><tbody><tr><td colspan="2">Both</td></tr><tr><td>a</td><td>b</td></tr></tbody></table>';
	expect(marked(wide, wide.replace('>b<', '>c<'))).toBe(wide.replace('>b<', '>[-b-][+c+]<'));
	const other = wide.replace('</tbody>', '<tr><td>c</td></tr></tbody>');
	expect(marked(wide, other)).toBe(
		wide.replace('<table>', '<table class="deleted-block">').replaceAll(/>([^<>]+)</g, '>[-$1-]<') +
			other.replaceAll(/>([^<>]+)</g, '>[+$1+]<'),
	);
});

test('the caption', () => {
	const one =
		'<table><caption>Laws in force</caption><tbody><tr><td>France has one</td></tr></tbody></table>';
	expect(marked(one, one.replace('in force', 'of note'))).toBe(
		one.replace('in force', '[-in force-][+of note+]'),
	);
	expect(marked(one, one.replace(/<caption>.*<\/caption>/, ''))).toContain(
		'<caption class="deleted-block">[-Laws in force-]</caption>',
	);
});
