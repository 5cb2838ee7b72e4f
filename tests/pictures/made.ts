import sharp, { type Color, type Sharp } from 'sharp';
import { noMemo } from '../../scripts/diagnostics/index.ts';
import type { Asset, Picture, PictureRules, Store } from '../../scripts/model/index.ts';
import { preparePictures } from '../../scripts/pictures/index.ts';
import { edition, tree, unit } from '../support/edition.ts';
import { createReport } from '../support/report.ts';

export const rules: PictureRules = { maxPixels: 4_000_000, maxBytes: 5_000_000, opaque: false };

/** One flat colour. */
export function flat(width: number, height: number, background: Color = '#336699'): Sharp {
	return sharp({ create: { width, height, channels: 3, background }, limitInputPixels: false });
}

/** What no format can make much smaller; the same on every run. */
export function noise(width: number, height: number, channels: 3 | 4 = 3): Sharp {
	const data = Buffer.alloc(width * height * channels);
	let state = 1;
	for (let at = 0; at < data.length; at++) {
		state = (state * 69_069 + 12_345) % 2 ** 31;
		data[at] = state >> 16;
	}
	return sharp(data, { raw: { width, height, channels } });
}

/** A picture with two frames. */
export function moving(format: 'gif' | 'webp'): Promise<Buffer> {
	const frames = Buffer.concat([Buffer.alloc(40 * 30 * 3, 10), Buffer.alloc(40 * 30 * 3, 200)]);
	const raw = { width: 40, height: 60, channels: 3, pageHeight: 30 } as const;
	return sharp(frames, { raw })
		[format]({ delay: [100, 100], loop: 0 })
		.toBuffer();
}

export const noStore: Store = { get: async () => undefined, put: async () => {} };

/** Prepares one image that stands in line 7 of a piece. */
export async function prepare(
	bytes: Uint8Array,
	given: Partial<PictureRules> = {},
	store: Store = noStore,
): Promise<{ readonly picture: Picture | undefined; readonly said: readonly string[] }> {
	const path = 'images/图.png';
	const asset: Asset = {
		path,
		mediaType: 'image/png',
		width: 1,
		height: 1,
		stamp: '1',
		read: async () => bytes,
	};
	const body = tree(`<img src="${path}" alt="x">`);
	const [image] = body.children;
	if (image) image.position = { start: { line: 7, column: 3 }, end: { line: 7, column: 9 } };
	const report = createReport();
	const pictures = await preparePictures(
		edition({ units: [unit('zh-a', { body, file: 'a.zh.md' })], images: new Map([[path, asset]]) }),
		{ rules: { ...rules, ...given }, store, memo: noMemo, report: report.add },
	);
	const said = report.list().map((one) => `${one.file}:${one.line}:${one.column} ${one.rule} ${one.message}`);
	return { picture: pictures.get(path), said };
}
