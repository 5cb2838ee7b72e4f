/** Pixels to the inch of a screen (CSS Values 3, 6.2), and by how much those who write 96 in other units miss it. */
const screen = 96;
const tolerance = 0.01;

/** No press and no film has more; a file that says so is wrong. */
const most = 5080;

const cmPerInch = 2.54;

/**
 * How many pixels of a PNG or JPEG make an inch where the file says so, and says more than a screen has. Up to 96 is
 * what programs write that know nothing of it: 72 is how Exif says unknown (CIPA DC-008, XResolution). Pixels that are
 * not square tell no size.
 * @param head the file from its beginning; what is cut off or damaged says nothing
 */
export function densityOf(head: Uint8Array): number | undefined {
	const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
	try {
		return head[0] === 0x89 ? pngDensity(view) : jpegDensity(view);
	} catch (error) {
		// A view throws where it is read beyond its end.
		if (error instanceof RangeError) return undefined;
		throw error;
	}
}

function telling(across: number, down: number): number | undefined {
	const isSquare = Math.abs(across - down) <= down * tolerance;
	return isSquare && across > screen * (1 + tolerance) && across <= most ? across : undefined;
}

/** PNG third edition, 5.3 (chunks), 11.3.4.3 (pHYs): pixels to the metre, before the pixels themselves. */
function pngDensity(view: DataView): number | undefined {
	for (let at = 8; ; at += 12 + view.getUint32(at)) {
		const type = textAt(view, at + 4, 4);
		if (type === 'IDAT') return undefined;
		if (type !== 'pHYs') continue;
		const isMetre = view.getUint8(at + 16) === 1;
		const [across, down] = [at + 8, at + 12].map((place) => (view.getUint32(place) * cmPerInch) / 100);
		return isMetre ? telling(across ?? 0, down ?? 0) : undefined;
	}
}

/** Segments up to the first frame or scan (ITU-T T.81, B.1.1): the first of JFIF or Exif that tells a density counts. */
function jpegDensity(view: DataView): number | undefined {
	for (let at = 2; view.getUint8(at) === 0xff; ) {
		const marker = view.getUint8(at + 1);
		// Fill bytes (B.1.1.2).
		if (marker === 0xff) {
			at += 1;
			continue;
		}
		if (marker < 0xe0 && marker !== 0xdb && marker !== 0xc4) return undefined;
		const found = segmentDensity(view, at + 4, marker);
		if (found !== undefined) return found;
		at += 2 + view.getUint16(at + 2);
	}
	return undefined;
}

function segmentDensity(view: DataView, start: number, marker: number): number | undefined {
	if (marker === 0xe0 && textAt(view, start, 5) === 'JFIF\0') return jfifDensity(view, start);
	if (marker !== 0xe1 || textAt(view, start, 6) !== 'Exif\0\0') return undefined;
	return exifDensity(new DataView(view.buffer, view.byteOffset + start + 6, view.byteLength - start - 6));
}

/** ITU-T T.871, 10.1: to the inch (1) or to the centimetre (2); otherwise only how wide a pixel is for its height. */
function jfifDensity(view: DataView, start: number): number | undefined {
	const perInch = [undefined, 1, cmPerInch][view.getUint8(start + 7)];
	if (perInch === undefined) return undefined;
	return telling(view.getUint16(start + 8) * perInch, view.getUint16(start + 10) * perInch);
}

const tags = { across: 0x011a, down: 0x011b, unit: 0x0128 } as const;

/** TIFF 6.0, sections 2 and 8: XResolution, YResolution; ResolutionUnit is inch (2) where it is missing, or cm (3). */
function exifDensity(tiff: DataView): number | undefined {
	const isLittle = tiff.getUint16(0) === 0x4949;
	const directory = tiff.getUint32(4, isLittle);
	const entries = new Map<number, number>();
	for (let index = 0; index < tiff.getUint16(directory, isLittle); index++) {
		const entry = directory + 2 + 12 * index;
		entries.set(tiff.getUint16(entry, isLittle), entry + 8);
	}
	const [across, down] = [tags.across, tags.down].map((tag) => {
		const value = entries.get(tag);
		if (value === undefined) return 0;
		const place = tiff.getUint32(value, isLittle);
		return tiff.getUint32(place, isLittle) / tiff.getUint32(place + 4, isLittle);
	});
	const unit = entries.get(tags.unit);
	const perInch = [undefined, undefined, 1, cmPerInch][unit ? tiff.getUint16(unit, isLittle) : 2];
	return perInch === undefined ? undefined : telling((across ?? 0) * perInch, (down ?? 0) * perInch);
}

function textAt(view: DataView, start: number, length: number): string {
	return String.fromCharCode(...Array.from({ length }, (_, index) => view.getUint8(start + index)));
}
