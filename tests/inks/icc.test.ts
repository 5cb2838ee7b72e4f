import sharp from 'sharp';
import { expect, test } from 'vitest';
import { bundledProfile, look } from '../../scripts/inks/engine.ts';
import { readProfile, slimProfile } from '../../scripts/inks/icc.ts';

test('a slim profile prints as the whole one', async () => {
	const whole = await bundledProfile('cmyk');
	const slim = slimProfile(whole);
	expect(slim.length).toBeLessThan(whole.length / 3);
	expect(readProfile(slim)).toEqual(readProfile(whole));
	const inks = Uint8Array.from({ length: 64 }, (_, at) => (at * 67) % 256);
	expect(await look(inks, 4, { bytes: slim, bundled: false })).toEqual(
		await look(inks, 4, { bytes: whole, bundled: false }),
	);
});

test('a description of version 4 is read', async () => {
	const tiff = await sharp(new Uint8Array(3), { raw: { width: 1, height: 1, channels: 3 } })
		.withIccProfile('p3')
		.tiff()
		.toBuffer();
	const { icc } = await sharp(tiff).metadata();
	expect(readProfile(icc ?? new Uint8Array())).toMatchObject({
		channels: 3,
		deviceClass: 'mntr',
		description: 'sP3C',
	});
});

test('tags that lead outside do no harm', async () => {
	const bytes = Buffer.from(slimProfile(await bundledProfile('cmyk')));
	for (let at = 132; at < 250; at += 4) {
		const broken = Buffer.from(bytes);
		broken.writeUInt32BE(0xffff_fff0, at);
		expect(() => [readProfile(broken), slimProfile(broken)]).not.toThrow();
	}
});
