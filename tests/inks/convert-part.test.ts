import { describe, expect, test } from 'vitest';
import { contentOf, convert, page, stream, textOf } from './works.ts';

const form = (rest: string) => `/Type /XObject /Subtype /Form /BBox [0 0 1 1] ${rest}`;

describe('what a page draws', () => {
	test('forms, and tiles within them', async () => {
		const streams = [
			stream(form('/StructParents 3 /Resources <</Pattern <</P1 @s1;>>>>'), '0 0 0 rg /P BMC EMC'),
			stream('/PatternType 1 /Resources <<>>', '1 1 1 rg'),
		];
		const part = await convert(page('/X1 Do', { streams, resources: { XObject: { X1: '@s0;' } } }), {
			color: 'cmyk',
		});
		expect(textOf(part.streams[0]).trim()).toBe('0 g');
		expect(textOf(part.streams[1])).toBe('1 g');
		expect(part.streams[0]?.entries).not.toContain('StructParents');
	});

	test('tiles of the page itself', async () => {
		const { entries, bytes } = stream('/PatternType 1 /Resources <<>>', '0 0 0 rg');
		const part = await convert(page('/P1 scn', { patterns: { P1: { entries, bytes } } }), { color: 'cmyk' });
		const tile = part.pages[0]?.patterns.P1;
		expect(textOf({ entries: '', bytes: tile?.bytes ?? new Uint8Array() })).toBe('0 g');
	});

	test('groups are put together in the inks', async () => {
		const streams = [stream(form('/Group <</S /Transparency /CS /DeviceRGB>>'), '')];
		const part = page('', { streams, resources: { XObject: { X1: '@s0;' } } });
		expect((await convert(part, { color: 'cmyk' })).streams[0]?.entries).toContain('/CS /DeviceCMYK');
		expect((await convert(part, { color: 'gray' })).streams[0]?.entries).toContain('/CS /DeviceGray');
		expect((await convert(part, { color: 'rgb' })).streams[0]?.entries).toContain('/CS /DeviceRGB');
	});

	test('resources that stand in objects of their own', async () => {
		const streams = [stream(form('/Resources @o0;'), ''), stream(form(''), '0 0 0 RG')];
		const objects = ['<</XObject @o1;>>', '<</X2 @s1;>>'];
		const part = await convert(page('', { streams, objects, resources: { XObject: { X1: '@s0;' } } }), {
			color: 'gray',
		});
		expect(textOf(part.streams[1])).toBe('0 G');
	});

	test('a ring of forms has an end', async () => {
		const streams = [stream(form('/Resources <</XObject <</X1 @s0;>>>>'), '0 0 0 RG')];
		const part = await convert(page('', { streams, resources: { XObject: { X1: '@s0;' } } }), {
			color: 'gray',
		});
		expect(textOf(part.streams[0])).toBe('0 G');
	});

	test('what is packed in another way stays as it is', async () => {
		const odd = { entries: form('/Filter /LZWDecode'), bytes: Uint8Array.of(1, 2, 3) };
		const broken = { entries: form('/Filter /FlateDecode'), bytes: Uint8Array.of(1, 2, 3) };
		const resources = { XObject: { X1: '@s0;', X2: '@s1;' } };
		const part = await convert(page('0 g', { streams: [odd, broken], resources }), { color: 'cmyk' });
		expect(part.streams.slice(0, 2).map(({ bytes }) => bytes)).toEqual([odd.bytes, broken.bytes]);
	});
});

describe('masks by luminosity', () => {
	const state = '<</SMask <</S /Luminosity /G @s0;>>>>';
	const group = form('/Group <</S /Transparency /CS /DeviceRGB>>');

	test('keep what they let through', async () => {
		const streams = [stream(group, '1 0 0 rg 0 1 0 rg .102 .102 .102 rg 1 1 1 rg')];
		const part = page('/G1 gs', { streams, objects: [state], resources: { ExtGState: { G1: '@o0;' } } });
		const { streams: found } = await convert(part, { color: 'cmyk' });
		// Luminosity of ISO 32000-1, 11.5.3.
		expect(textOf(found[0])).toBe('0.3 g 0.59 g 0.102 g 1 g');
		expect(found[0]?.entries).toContain('/CS /DeviceGray');
	});

	test('what is drawn and a mask as well is there twice, under keys of their own', async () => {
		const streams = [stream(group, '1 0 0 rg')];
		const resources = { ExtGState: { G1: '@o0;' }, XObject: { X1: '@s0;' } };
		const shared = { objects: { 0: 'state' }, streams: { 0: 'form' } };
		const part = await convert(page('/G1 gs', { streams, objects: [state], resources, shared }), {
			color: 'cmyk',
		});
		const drawn = Number(/@s(\d+);/.exec(part.pages[0]?.resources.XObject?.X1 ?? '')?.[1]);
		const mask = Number(/@s(\d+);/.exec(part.objects[0] ?? '')?.[1]);
		expect(textOf(part.streams[drawn])).toMatch(/ k$/);
		expect(textOf(part.streams[mask])).toBe('0.3 g');
		const keys = part.shared?.streams ?? {};
		expect(keys[drawn]).toBeDefined();
		expect(keys[mask]).toBeDefined();
		expect(keys[drawn]).not.toBe(keys[mask]);
		expect(keys[mask]).toContain('form');
	});

	test('backdrops are told in gray', async () => {
		const objects = ['<</SMask <</S /Luminosity /G @s0; /BC [1 1 1]>>>>'];
		const part = page('', {
			streams: [stream(group, '')],
			objects,
			resources: { ExtGState: { G1: '@o0;' } },
		});
		expect((await convert(part, { color: 'cmyk' })).objects[0]).toContain('/BC [1]');
	});

	test('masks by alpha are drawn in inks', async () => {
		const objects = ['<</SMask <</S /Alpha /G @s0; /TR @s1;>>>>'];
		const streams = [
			stream(group, '0 0 0 rg'),
			stream('/FunctionType 4 /Domain [0 1] /Range [0 1]', '{1 exch sub}'),
		];
		const part = page('', { streams, objects, resources: { ExtGState: { G1: '@o0;' } } });
		const found = await convert(part, { color: 'cmyk' });
		expect(found.streams[0]?.entries).toContain('/CS /DeviceCMYK');
		expect(textOf(found.streams[1])).toBe('{1 exch sub}');
	});
});

test('what no page draws is not touched', async () => {
	const streams = [stream(form(''), '0 0 0 rg')];
	const part = await convert(page('1 1 1 rg', { streams, objects: ['<</Pg @p0; /K @s0;>>'] }), {
		color: 'cmyk',
	});
	expect(textOf(part.streams[0])).toBe('0 0 0 rg');
	expect(part.objects).toEqual(['<</Pg @p0; /K @s0;>>']);
	expect(contentOf(part)).toBe('1 g');
});
