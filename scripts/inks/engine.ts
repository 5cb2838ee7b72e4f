import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { writeTiff } from './tiff.ts';

/** Pixels of red, green and blue, 8 or 16 bits each. */
export interface Pixels {
	readonly width: number;
	readonly height: number;
	readonly data: Uint8Array | Uint16Array;
}

/** An ICC profile that the engine converts with. */
export interface EngineProfile {
	readonly bytes: Uint8Array;
	/** Named `cmyk` by sharp: the bundled one. */
	readonly bundled: boolean;
}

/** The widest row that colours are laid out in. */
const widest = 4096;

/**
 * sRGB in the four inks of a profile, 0 to 255 each, converted by lcms (in libvips, in sharp) by the perceptual intent.
 * @throws where lcms cannot use the profile
 */
export async function toCmyk(pixels: Pixels, profile: EngineProfile): Promise<Uint8Array> {
	const { width, height, data } = pixels;
	return await withFile(profile, async (name) => {
		const { data: inks, info } = await sharp(data, { raw: { width, height, channels: 3 } })
			.toColourspace('cmyk')
			.withIccProfile(name)
			.raw()
			.toBuffer({ resolveWithObject: true });
		if (info.channels !== 4) throw new Error(`The engine gave ${info.channels} channels.`);
		return inks;
	});
}

/** The same for a list of colours, three numbers each, of 16 bits. */
export async function colorsToCmyk(colors: Uint16Array, profile: EngineProfile): Promise<Uint8Array> {
	const count = colors.length / 3;
	const width = Math.min(Math.max(count, 1), widest);
	const height = Math.max(1, Math.ceil(count / width));
	const data = new Uint16Array(width * height * 3);
	data.set(colors);
	return (await toCmyk({ width, height, data }, profile)).subarray(0, count * 4);
}

/**
 * How a profile's inks look: sRGB of a list of colours in one or four channels, 0 to 255 each. White is the paper's.
 */
export async function look(inks: Uint8Array, channels: 1 | 4, profile: EngineProfile): Promise<Uint8Array> {
	return await sharp(writeTiff(inks, channels, profile.bytes))
		.toColourspace('srgb')
		.removeAlpha()
		.raw()
		.toBuffer()
		.then((pixels) => (pixels.length === inks.length && channels === 1 ? triple(pixels) : pixels));
}

/** Whether lcms takes the profile; libvips silently takes another where it does not. */
export async function isUsable(profile: EngineProfile): Promise<boolean> {
	try {
		return await withFile(profile, async (name) => {
			const black = sharp(new Uint8Array(3), { raw: { width: 1, height: 1, channels: 3 } });
			const tiff = await black.toColourspace('cmyk').withIccProfile(name).tiff().toBuffer();
			const { icc } = await sharp(tiff).metadata();
			return icc !== undefined && Buffer.compare(icc, profile.bytes) === 0;
		});
	} catch {
		return false;
	}
}

/** The CMYK profile that comes with libvips, in the public domain, and the profile of sRGB, free for any use. */
export async function bundledProfile(name: 'cmyk' | 'srgb'): Promise<Uint8Array> {
	const white = sharp({ create: { width: 1, height: 1, channels: 3, background: '#fff' } });
	const tiff = await white.toColourspace(name).withIccProfile(name).tiff().toBuffer();
	const { icc } = await sharp(tiff).metadata();
	if (!icc) throw new Error(`sharp has no profile called ${name}.`);
	return icc;
}

/** sharp takes profiles of one's own as files only. */
async function withFile<T>(
	{ bytes, bundled }: EngineProfile,
	work: (name: string) => Promise<T>,
): Promise<T> {
	if (bundled) return await work('cmyk');
	const folder = await mkdtemp(join(tmpdir(), 'diglot-inks-'));
	try {
		const name = join(folder, 'profile.icc');
		await writeFile(name, bytes, { mode: 0o600 });
		return await work(name);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

function triple(gray: Uint8Array): Uint8Array {
	const rgb = new Uint8Array(gray.length * 3);
	gray.forEach((value, index) => void rgb.fill(value, index * 3, index * 3 + 3));
	return rgb;
}
