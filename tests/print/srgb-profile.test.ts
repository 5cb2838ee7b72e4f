import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, onTestFinished, test } from 'vitest';
import { srgbProfile } from '../../scripts/print/srgb-profile.ts';

/** Every tenth part of each of the three colours. */
const colours = Buffer.from(
	Array.from({ length: 11 * 11 * 11 }, (_, index) =>
		[index % 11, Math.floor(index / 11) % 11, Math.floor(index / 121)].map((one) => Math.round(one * 25.5)),
	).flat(),
);

test('to the colour engine of sharp it is sRGB', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'profile-'));
	onTestFinished(() => rm(folder, { recursive: true }));
	const file = join(folder, 'srgb.icc');
	await writeFile(file, srgbProfile());
	const image = sharp(colours, { raw: { width: 121, height: 11, channels: 3 } });
	const converted = await image.withIccProfile(file).png().toBuffer();
	const { icc } = await sharp(converted).metadata();
	expect(Buffer.from(icc ?? []).equals(srgbProfile())).toBe(true);
	// The numbers that the file holds, not what they look like.
	const plain = await sharp(converted, { ignoreIcc: true }).raw().toBuffer();
	expect(plain).toHaveLength(colours.length);
	const worst = plain.reduce((most, value, at) => Math.max(most, Math.abs(value - (colours[at] ?? 0))), 0);
	expect(worst).toBeLessThanOrEqual(1);
});

test('its primaries are those of sRGB under D50', () => {
	const bytes = Buffer.from(srgbProfile());
	expect(bytes.readUInt32BE(0)).toBe(bytes.length);
	// As the International Color Consortium gives them for its own sRGB profile.
	expect(xyz(bytes, 'rXYZ')).toEqual(near([0.43607, 0.22249, 0.01392]));
	expect(xyz(bytes, 'gXYZ')).toEqual(near([0.38515, 0.71687, 0.09708]));
	expect(xyz(bytes, 'bXYZ')).toEqual(near([0.14307, 0.06061, 0.7141]));
});

function near(values: readonly number[]) {
	return values.map((value) => expect.closeTo(value, 3));
}

function xyz(bytes: Buffer, signature: string): readonly number[] {
	const entry = bytes.indexOf(signature, 128, 'latin1');
	const at = bytes.readUInt32BE(entry + 4) + 8;
	return [0, 4, 8].map((offset) => bytes.readInt32BE(at + offset) / 0x10000);
}
