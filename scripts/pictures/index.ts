import { createHash } from 'node:crypto';
import sharp from 'sharp';
import type { Reporter } from '../diagnostics/index.ts';
import type { Asset, Edition, Memo, Picture, PictureRules, Store } from '../model/index.ts';
import { convert, open, proveWhole, restrain, shinesThrough } from './convert.ts';
import { fitSvg } from './fit-svg.ts';
import { decodePrepared, encodePrepared, type Prepared } from './prepared.ts';
import { sayChanges, sayStill } from './say-changes.ts';
import { changesFor, readTraits, type Traits } from './traits.ts';
import { usesOf } from './uses.ts';

export { type CoverRules, prepareCover } from './cover.ts';
export { checkResolution } from './resolution.ts';

export interface PictureOptions {
	readonly rules: PictureRules;
	readonly store: Store;
	readonly memo: Memo;
	readonly report: Reporter;
}

/** Another number for every change of what is done to images. */
const version = 2;

const room = 'pictures';

/**
 * The images of an edition as every reading system and shop takes them, by their path in the manuscript. One that is
 * fine stays as it is, byte for byte. What was changed is said; a damaged image is reported as an error and is missing.
 */
export async function preparePictures(
	{ images, ...edition }: Edition,
	options: PictureOptions,
): Promise<ReadonlyMap<string, Picture>> {
	restrain();
	const pictures = new Map<string, Picture>();
	// One after the other: a large one alone fills the memory.
	for (const [path, place] of usesOf({ images, ...edition })) {
		const asset = images.get(path);
		if (!asset) continue;
		if (asset.svg !== undefined) {
			const { bytes, moved } = fitSvg(asset.svg);
			if (moved) sayStill(path, place, options.report);
			pictures.set(path, { mediaType: 'image/svg+xml', bytes });
			continue;
		}
		const found = await look(asset, options);
		if ('fault' in found) {
			options.report('image-unreadable', `the image "${path}" is damaged: ${found.fault}`, place);
			continue;
		}
		sayChanges(path, found, place, options.report);
		pictures.set(path, await pictureOf(found, asset));
	}
	return pictures;
}

async function pictureOf(prepared: Prepared, asset: Asset): Promise<Picture> {
	const { picture, traits, width, height } = prepared;
	if (!picture) return { mediaType: typeOf(prepared), bytes: await asset.read() };
	const isScaled = width !== traits.width || height !== traits.height;
	return isScaled ? { ...picture, size: { width, height } } : picture;
}

interface Fault {
	readonly fault: string;
}

async function look(asset: Asset, options: PictureOptions): Promise<Prepared | Fault> {
	const { path, stamp } = asset;
	const { memo, rules, store } = options;
	return await memo.recall(room, JSON.stringify([path, stamp, rules]), async () => {
		const bytes = await asset.read();
		const digest = createHash('sha256').update(bytes).digest('hex');
		const key = JSON.stringify([version, sharp.versions, digest, rules]);
		const kept = await store.get(room, key);
		const known = kept && decodePrepared(kept);
		if (known) return known;
		const made = await prepare(bytes, rules).catch((error: unknown) => ({ fault: reasonOf(error) }));
		if (!('fault' in made)) await store.put(room, key, encodePrepared(made));
		return made;
	});
}

async function prepare(bytes: Uint8Array, rules: PictureRules): Promise<Prepared> {
	const traits = await readWhole(bytes, rules);
	const changes = changesFor(traits, bytes.length, rules);
	if (changes.length === 0) {
		await proveWhole(bytes);
		return { traits, changes, width: traits.width, height: traits.height };
	}
	const { mediaType, bytes: made, width, height } = await convert(bytes, traits, rules);
	return { traits, changes, picture: { mediaType, bytes: made }, width, height };
}

async function readWhole(bytes: Uint8Array, rules: PictureRules): Promise<Traits> {
	const traits = await readTraits(open(bytes), bytes);
	// Many programs write an alpha channel through which nothing shines.
	const isSolid = rules.opaque && traits.hasAlpha && !(await shinesThrough(bytes, traits, rules));
	return isSolid ? { ...traits, hasAlpha: false } : traits;
}

/** An image that is used as it is has one of the formats that all take. */
function typeOf({ traits }: Prepared): Picture['mediaType'] {
	return traits.format === 'jpeg' ? 'image/jpeg' : 'image/png';
}

function reasonOf(error: unknown): string {
	const text = error instanceof Error ? error.message : String(error);
	return (text.split('\n', 1)[0] ?? text).trim();
}
