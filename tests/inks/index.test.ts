import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bundledProfile } from '../../scripts/inks/engine.ts';
import { slimProfile } from '../../scripts/inks/icc.ts';
import { contentOf, convert, inked, open, page } from './works.ts';

const place = { file: 'book.yaml', line: 1, column: 1 };

/** The bundled profile as if it were someone's own: its maker has another name. */
async function ownProfile(): Promise<Uint8Array> {
	const bytes = Buffer.from(slimProfile(await bundledProfile('cmyk')));
	bytes.write('none', 4, 'latin1');
	return bytes;
}

describe('text, rules and fields', () => {
	test.each(['gray', 'cmyk'] as const)('near-black is black ink alone in %s', async (color) => {
		expect(await inked('.102 .102 .102 rg 0 0 0 RG 0 g', { color })).toBe('0 g 0 G 0 g');
	});

	test.each(['gray', 'cmyk'] as const)('white is bare paper in %s', async (color) => {
		expect(await inked('1 1 1 rg 1 1 1 RG', { color })).toBe('1 g 1 G');
	});

	// #555b63, #b9c3cf and #f3f5f8 of the house style.
	test.each(['.3333 .3569 .3882', '.7255 .7647 .8118', '.9529 .9608 .9725'])(
		'the gray %s is black ink alone, and the lighter the less',
		async (rgb) => {
			const [level, operator] = (await inked(`${rgb} rg`, { color: 'cmyk' })).split(' ');
			expect(operator).toBe('g');
			expect(Number(level)).toBeGreaterThan(0.1);
			expect(Number(level)).toBeLessThan(1);
		},
	);

	test('grays keep their order', async () => {
		const content = Array.from({ length: 52 }, (_, step) => `${step / 51} g`).join(' ');
		const levels = (await inked(content, { color: 'gray' })).split(' g').slice(0, -1).map(Number);
		expect(levels).toEqual(levels.toSorted((a, b) => a - b));
		expect([levels[0], levels[51]]).toEqual([0, 1]);
	});

	test('colours go through the profile', async () => {
		const numbers = (await inked('1 0 0 rg', { color: 'cmyk' })).split(' ');
		expect(numbers[4]).toBe('k');
		const [cyan, magenta, yellow, black] = numbers.map(Number) as [number, number, number, number];
		expect(Math.min(magenta, yellow)).toBeGreaterThan(0.8);
		expect(Math.max(cyan, black)).toBeLessThan(0.15);
	});

	test('cream is no gray', async () => {
		expect(await inked('1 .9725 .9412 rg', { color: 'cmyk' })).toMatch(/k$/);
	});

	test('in gray everything is gray, by its lightness', async () => {
		const levels = (await inked('1 1 0 rg 0 1 0 rg 1 0 0 rg 0 0 1 rg', { color: 'gray' })).match(
			/[\d.]+(?= g)/g,
		);
		expect(levels?.map(Number)).toEqual(levels?.map(Number).toSorted((a, b) => b - a));
	});

	test('no more ink lies on a spot than may', async () => {
		const content = '0 0 1 rg .1 .1 .4 rg .4 0 0 rg 0 .3 0 rg .35 .1 .3 rg';
		const sums = async (totalInk: number) =>
			[
				...(await inked(content, { color: 'cmyk', totalInk })).matchAll(
					/([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) k/g,
				),
			].map(([, ...inks]) => inks.reduce((sum, ink) => sum + Number(ink), 0));
		expect(Math.max(...(await sums(300)))).toBeGreaterThan(1.2);
		expect(Math.max(...(await sums(120)))).toBeLessThanOrEqual(1.2005);
	});

	test('colours of the book have exactly their inks', async () => {
		const colors = [
			{ name: 'house', screen: [31, 58, 95], inks: [1, 0.6, 0, 0.4], place },
			{ name: 'rule', screen: [120, 120, 120], inks: [0, 0, 0, 0.5], place },
		] as const;
		const content = '.1216 .2275 .3725 rg .4706 .4706 .4706 RG';
		expect(await inked(content, { color: 'cmyk', colors })).toBe('1 0.6 0 0.4 k 0.5 G');
		expect(await inked(content, { color: 'gray', colors })).toMatch(/^0\.\d+ g 0\.5 G$/);
	});

	test('rgb keeps colours and loses marked content', async () => {
		const content = '/P <</MCID 0>>BDC 1 0 0 rg BT (EMC) Tj ET EMC /A BMC f EMC /X MP';
		expect((await inked(content, { color: 'rgb' })).replace(/\s+/g, ' ')).toBe(' 1 0 0 rg BT (EMC) Tj ET f ');
	});
});

describe('colour spaces by name', () => {
	test.each([
		['/DeviceRGB cs 0 0 0 sc', '0 g 0 g'],
		['/DeviceGray CS 1 SC', '0 G 1 G'],
		['/DeviceCMYK cs .1 .2 .3 .4 sc', '/DeviceCMYK cs .1 .2 .3 .4 sc'],
		['/Pattern cs /P1 scn', '/Pattern cs /P1 scn'],
		['/DeviceRGB cs q /Pattern cs /P1 scn Q 1 1 1 scn', '0 g q /Pattern cs /P1 scn Q 1 g'],
		['.1 .2 .3 .4 k', '0.1 0.2 0.3 0.4 k'],
	])('%s', async (content, expected) => {
		expect(await inked(content, { color: 'cmyk' })).toBe(expected);
	});

	test('a profile in the resources', async () => {
		const resources = { ColorSpace: { Cs1: '[/ICCBased @s0;]' } };
		const streams = [{ entries: '/N 3', bytes: new Uint8Array() }];
		const part = await convert(page('/Cs1 cs 1 1 1 sc', { resources, streams }), { color: 'cmyk' });
		expect(contentOf(part)).toBe('0 g 1 g');
	});
});

test('the same part gives the same, and is not changed', async () => {
	const part = page('.5 .2 .9 rg /Span BMC EMC');
	const before = structuredClone(part);
	expect(await convert(part, { color: 'cmyk' })).toEqual(await convert(part, { color: 'cmyk' }));
	expect(contentOf(part)).toBe(contentOf(before));
});

test('no content makes it fail', async () => {
	const { works } = await open({ color: 'cmyk' });
	const word = fc.constantFrom(
		'1',
		'.5',
		'rg',
		'k',
		'cs',
		'scn',
		'/DeviceRGB',
		'q',
		'Q',
		'EMC',
		'BI',
		'ID',
		'<<',
		'(',
		')',
	);
	await fc.assert(
		fc.asyncProperty(fc.array(word), async (words) => {
			expect(await works?.convert(page(words.join(' ')))).toBeDefined();
		}),
	);
});

describe('profiles', () => {
	test('the bundled one says what it is', async () => {
		const { works, found } = await open({ color: 'cmyk' });
		expect(found).toEqual([]);
		expect(works?.profile).toMatchObject({ channels: 4, name: 'Chemical proof' });
		expect(works?.profile.bytes.length).toBeLessThan(300_000);
		expect((await open({ color: 'rgb' })).works?.profile).toMatchObject({ channels: 3, name: 'sRGB' });
		expect((await open({ color: 'gray' })).works?.profile).toMatchObject({ channels: 4 });
	});

	test('one of your own is taken as it is, and no copy of it stays', async () => {
		const bytes = await ownProfile();
		const profile = { name: 'profiles/own.icc', condition: 'FOGRA99', bytes };
		const { works, found } = await open({ color: 'cmyk', profile });
		expect(found).toEqual([]);
		expect(works?.profile).toMatchObject({ bytes, condition: 'FOGRA99' });
		const own = works && contentOf(await works.convert(page('1 0 0 rg')));
		expect(own).toBe(await inked('1 0 0 rg', { color: 'cmyk' }));
		const left = (await readdir(tmpdir())).filter((name) => name.startsWith('diglot-inks-'));
		expect(left).toEqual([]);
	});

	test('other works have another key', async () => {
		const keys = await Promise.all([
			open({ color: 'cmyk' }),
			open({ color: 'gray' }),
			open({ color: 'cmyk', totalInk: 280 }),
			open({ color: 'cmyk', profile: { name: 'own', bytes: await ownProfile() } }),
			open({ color: 'cmyk', colors: [{ name: 'a', screen: [1, 2, 3], inks: [0, 0, 0, 1], place }] }),
		]);
		expect(new Set(keys.map(({ works }) => works?.key)).size).toBe(5);
	});

	test.each([
		['is not an ICC profile', async () => Buffer.from('no profile')],
		['is not an ICC profile', async () => new Uint8Array(4000)],
		['is made for RGB', async () => await bundledProfile('srgb')],
		['is cut off', async () => (await ownProfile()).subarray(0, 5000)],
		['cannot be used', async () => (await ownProfile()).fill(0, 400)],
	])('one that %s is refused with print-profile', async (why, read) => {
		const profile = { name: 'profiles/bad.icc', bytes: await read() };
		const { works, found } = await open({ color: 'cmyk', profile });
		expect(works).toBeUndefined();
		expect(found).toMatchObject([{ rule: 'print-profile', severity: 'error' }]);
		expect(found[0]?.message).toContain(`profiles/bad.icc ${why}`);
	});
});
