import { expect, test } from 'vitest';
import { bookWith, load } from './helpers.ts';

// The lines begin on line 5 of book.yaml.
async function configOf(lines: string) {
	const { manuscript, found } = await load(bookWith(lines));
	expect(found).toEqual([]);
	if (!manuscript) throw new Error('no manuscript');
	return manuscript.config;
}

async function messages(lines: string) {
	const { found } = await load(bookWith(lines));
	return found.map(({ line, column, rule, message }) => `${line}:${column} ${rule} ${message}`);
}

const at = (line: number, column: number) => ({ file: 'book.yaml', line, column });

test('everything that a press is told, in mm and parts of one', async () => {
	const config = await configOf(`page:
  trim: 6×9 in
  margins: { top: 2 cm, inner: 0.875 in, outer: 54pt }
  gutter: 3 mm
print:
  bleed: 0.125 in
  marks: false
  color: gray
  total-ink: 280
  pages: 16
  paper: { grammage: 80, bulk: 1.3 }
  cover: { color: rgb, flaps: 80 mm, boards: 0, spine-text: none, price: "¥68.00", price-code: 02499 }
colors:
  accent: { screen: "#1F3a5f", inks: [100, 70.5, 0, 40] }
  warm-2: { screen: "#fa0" }`);
	expect(config.page).toEqual({
		trim: { width: 152.4, height: 228.6 },
		margins: { top: 20, inner: 22.225, outer: 19.05 },
		gutter: 3,
		place: at(5, 1),
	});
	const { places, ...press } = config.press;
	expect(press).toEqual({
		bleed: 3.175,
		marks: false,
		color: 'gray',
		totalInk: 280,
		pages: 16,
		paper: { caliper: 0.104 },
		cover: {
			...{ color: 'rgb', flaps: 80, boards: 0, spineText: 'none' },
			...{ priceCode: '02499', price: '¥68.00' },
		},
	});
	expect([...places.keys()]).toEqual([
		...['print', 'bleed', 'marks', 'color', 'total-ink', 'pages'],
		...['paper', 'paper.grammage', 'paper.bulk'],
		...['cover', 'cover.color', 'cover.flaps', 'cover.boards', 'cover.spine-text', 'cover.price'],
		'cover.price-code',
	]);
	expect(places.get('print')).toEqual(at(9, 1));
	expect(places.get('paper.bulk')).toEqual(at(15, 32));
	expect(config.colors).toEqual([
		{ name: 'accent', screen: [0x1f, 0x3a, 0x5f], inks: [1, 0.705, 0, 0.4], place: at(18, 3) },
		{ name: 'warm-2', screen: [0xff, 0xaa, 0], place: at(19, 3) },
	]);
});

test('nothing is asked for where the keys have no values', async () => {
	expect(await configOf('page:\nprint:\ncolors:')).toEqual(await configOf(''));
	expect((await configOf('page: { gutter: none }')).page.gutter).toBe(0);
	expect((await configOf('print: { paper: { caliper: 0.08 mm } }')).press.paper).toEqual({ caliper: 0.08 });
	expect((await configOf('print: { bleed: 0 }')).press.bleed).toBe(0);
});

const sizes = 'must be the name of a size, or width and height such as 6×9 in or 170×240 mm';

test.each([
	['page: A5', ['5:7 config-invalid page must hold keys with values, such as trim: A5']],
	['page: { trim: A55 }', [`5:15 config-invalid trim of page ${sizes}`]],
	[
		'page: { trim: [6, 9] }',
		['5:15 config-invalid trim of page must hold keys with values, such as width: 170 mm'],
	],
	[
		'page: { trim: { width: 170 } }',
		[
			'5:9 config-invalid height of trim of page is missing',
			'5:24 config-invalid width of trim of page needs a unit: 170 mm, for example',
		],
	],
	['page: { trim: 2×3 m }', [`5:15 config-invalid trim of page ${sizes}`]],
	['page: { trim: 45×90 in }', ['5:15 config-invalid trim of page must have sides from 50 mm to 1000 mm']],
	[
		'page: { trim: { width: 1 in, height: 200 mm } }',
		['5:24 config-invalid width of trim of page must be from 50 mm to 1000 mm'],
	],
	[
		'page: { margins: { inner: wide, outer: -2 mm } }',
		[
			'5:27 config-invalid inner of margins of page must be a length such as 20 mm (in mm, cm, in or pt)',
			'5:40 config-invalid outer of margins of page must be from 0 mm to 500 mm',
		],
	],
	[
		'page: { gutter: much }',
		['5:17 config-invalid gutter of page must be a length such as 3 mm, auto or none (in mm, cm, in or pt)'],
	],
	['print: { bleed: -1 mm }', ['5:17 config-invalid bleed of print must be from 0 mm to 20 mm']],
	['print: { bleed: 3 }', ['5:17 config-invalid bleed of print needs a unit: 3 mm, for example']],
	[
		'print: { bleed: 3px }',
		['5:17 config-invalid bleed of print must be a length such as 3 mm (in mm, cm, in or pt)'],
	],
	['print: { marks: yes }', ['5:17 config-invalid marks of print must be true or false']],
	['print: { color: CMYK }', ['5:17 config-invalid color of print must be gray, cmyk or rgb']],
	['print: { total-ink: 99 }', ['5:21 config-invalid total-ink of print must be a number from 100 to 400']],
	['print: { pages: 3 }', ['5:17 config-invalid pages of print must be 1, 2, 4, 8, 16 or 32']],
	[
		'print: { condition: FOGRA47 }',
		['5:21 config-invalid condition of print names the printing condition of a profile, and none is given'],
	],
	[
		'print: { paper: { caliper: 1.2 mm } }',
		['5:28 config-invalid caliper of paper of print must be from 0.03 mm to 1 mm'],
	],
	[
		'print: { paper: { grammage: 80 } }',
		['5:10 config-invalid paper of print must have grammage and bulk, or neither'],
	],
	[
		'print: { paper: { caliper: 0.1 mm, bulk: 1.3 } }',
		['5:10 config-invalid paper of print has a caliper, and what gives another one'],
	],
	[
		'print: { paper: { grammage: 500, bulk: 3 } }',
		['5:10 config-invalid paper of print has leaves of 1.5 mm: 0.03 mm to 1 mm can be'],
	],
	[
		'print: { cover: { price-code: 4999, spine-text: down } }',
		[
			'5:31 config-invalid price-code of cover of print must have five digits, such as 52499',
			'5:49 config-invalid spine-text of cover of print must be auto or none',
		],
	],
	[
		'colors: [red]',
		['5:9 config-invalid colors must hold colours by name, such as { accent: { screen: "#1f3a5f" } }'],
	],
	[
		'colors: { 2nd: { screen: "#fff" } }',
		['5:11 config-invalid "2nd" must consist of lower-case letters, digits and hyphens to name a colour'],
	],
	[
		'colors:\n  a:\n    screen: #1f3a5f',
		['7:5 config-invalid screen of a of colors must be a colour such as "#1f3a5f", in quotes'],
	],
	[
		'colors: { a: { screen: "#fff", inks: [0, 0, 0] } }',
		[
			'5:38 config-invalid inks of a of colors must be four numbers from 0 to 100, percent of cyan, magenta, yellow and black',
		],
	],
	[
		'colors: { a: { screen: "#fff", inks: [0, 0, 0, 101] } }',
		['5:48 config-invalid item 4 of inks of a of colors must be a number from 0 to 100'],
	],
	[
		'print: { total-ink: 240 }\ncolors: { a: { screen: "#000", inks: [60, 60, 60, 100] } }',
		['6:38 config-invalid inks of a of colors come to 280 %, and total-ink of print is 240 %'],
	],
	[
		'colors:\n  a: { screen: "#111111", inks: [0, 0, 0, 90] }\n  b: { screen: "#111" }\n  c: { screen: "#111", inks: [0, 0, 0, 90] }',
		['7:16 config-invalid b of colors has the screen colour of a, and other inks'],
	],
])('%s', async (lines, found) => {
	expect(await messages(lines)).toEqual(found);
});

test('an unknown size gets the one that was meant, or all of them', async () => {
	const hintOf = async (trim: string) => (await load(bookWith(`page: { trim: ${trim} }`))).found[0]?.hint;
	expect(await hintOf('A55')).toMatch(/^Did you mean "A5"\? The names are: A4, A5, .*大16开/);
	expect(await hintOf('pocketbook')).toMatch(/^The names are: A4, /);
});
