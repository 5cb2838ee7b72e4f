const sections = /begin(bfchar|bfrange)\s([\s\S]*?)end\1/g;

/** What glyphs say, by the ToUnicode map that the browser writes (ISO 32000-1, 9.10.3). */
export function readToUnicode(map: string): ReadonlyMap<number, string> {
	const found = new Map<number, string>();
	for (const [, kind, body = ''] of map.matchAll(sections)) {
		const entry =
			kind === 'bfchar'
				? /<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi
				: /<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi;
		for (const [, first = '', second = '', third] of body.matchAll(entry)) {
			const from = Number.parseInt(first, 16);
			if (third === undefined) {
				found.set(from, utf16(second));
				continue;
			}
			const start = Number.parseInt(third.slice(-4), 16);
			for (let glyph = from; glyph <= Number.parseInt(second, 16); glyph++) {
				found.set(glyph, utf16(third.slice(0, -4) + (start + glyph - from).toString(16).padStart(4, '0')));
			}
		}
	}
	return found;
}

function utf16(hex: string): string {
	const units = hex.match(/.{4}/g) ?? [];
	return String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16)));
}
