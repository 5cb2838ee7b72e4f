import { holesOf } from './holes.ts';
import type { Part } from './part.ts';
import type { Print } from './sheet.ts';

/**
 * What makes a page transparent (ISO 32000-1, 11.1): a soft mask, an opacity below 1, a blend mode other than the
 * normal one, or a group.
 */
const signs =
	/\/SMask (?!\/None)|\/(?:ca|CA) (?:0?\.\d|0\b)|\/BM (?!\/(?:Normal|Compatible)\b)|\/S \/Transparency\b/;

/** Whether a page of a part lets anything shine through, by all that it draws. */
export function isTransparent({ part, page }: Print): boolean {
	const { resources = {}, patterns = {} } = part.pages[page] ?? {};
	const texts = [
		...Object.values(resources).flatMap((entries) => Object.values(entries)),
		...Object.values(patterns).map(({ entries }) => entries),
	];
	const seen = new Set<string>();
	return texts.some((text) => showsSign(text, part, seen));
}

function showsSign(text: string, part: Part, seen: Set<string>): boolean {
	if (signs.test(text)) return true;
	return holesOf(text).some(([kind, which]) => {
		const name = `${kind} ${which}`;
		if ((kind !== 'object' && kind !== 'stream') || seen.has(name)) return false;
		seen.add(name);
		const next = kind === 'object' ? part.objects[Number(which)] : part.streams[Number(which)]?.entries;
		return next !== undefined && showsSign(next, part, seen);
	});
}
