import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Pixels of a page in a row, four bytes each. */
export interface Picture {
	readonly width: number;
	readonly height: number;
	readonly bytes: Uint8ClampedArray;
}

/** Whether pages can be pictured: the canvas is an optional dependency of pdfjs-dist, and not built for every system. */
export async function hasCanvas(): Promise<boolean> {
	return await import('@napi-rs/canvas').then(
		() => true,
		() => false,
	);
}

/**
 * From the edge of a pixel, in px: what the browser sets in whole px would stand between two quarters of a pixel, where
 * a glyph is drawn by one or the other as sums are rounded.
 */
const offset = { offsetX: 0.1, offsetY: 0.1 };

/** Every page as pixels; at scale 1 a pt is a pixel. */
export async function picturePages(bytes: Uint8Array, scale: number): Promise<readonly Picture[]> {
	const task = getDocument({ data: Uint8Array.from(bytes), useSystemFonts: false, verbosity: 0 });
	const pdf = await task.promise;
	const factory = pdf.canvasFactory as CanvasFactory;
	const pictures: Picture[] = [];
	for (let number = 1; number <= pdf.numPages; number++) {
		const page = await pdf.getPage(number);
		const viewport = page.getViewport({ scale, ...offset });
		const [width, height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)];
		const { canvas, context } = factory.create(width, height);
		await page.render({ canvas, canvasContext: context, viewport } as never).promise;
		pictures.push({ width, height, bytes: context.getImageData(0, 0, width, height).data });
		page.cleanup();
	}
	await task.destroy();
	return pictures;
}

interface CanvasFactory {
	create(
		width: number,
		height: number,
	): {
		readonly canvas: unknown;
		readonly context: {
			getImageData(x: number, y: number, width: number, height: number): { data: Uint8ClampedArray };
		};
	};
}

/** How many pixels of two pictures differ by more than `tolerance` in some channel, of 255. */
export function countDifferences(a: Picture, b: Picture, tolerance = 0): number {
	if (a.width !== b.width || a.height !== b.height) return Number.POSITIVE_INFINITY;
	let count = 0;
	for (let at = 0; at < a.bytes.length; at += 4) {
		for (let channel = at; channel < at + 4; channel++) {
			if (Math.abs((a.bytes[channel] ?? 0) - (b.bytes[channel] ?? 0)) <= tolerance) continue;
			count++;
			break;
		}
	}
	return count;
}
