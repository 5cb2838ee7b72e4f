import type { Size } from '../model/index.ts';

const sizeRule = /@page\s*\{[^}]*?\bsize:\s*([\d.]+)(mm|in|pt|px)\s+([\d.]+)(mm|in|pt|px)/g;

/** Millimetres of one unit (CSS Values 4, 6.2). */
const millimetres: Readonly<Record<string, number>> = { mm: 1, in: 25.4, pt: 25.4 / 72, px: 25.4 / 96 };

/**
 * Size of the finished page, in mm, by the last page rule that has one.
 * @throws Error where no page rule says how large a page is
 */
export function trimOf(pageCss: string): Size {
	const [, width, unit = '', height, otherUnit = ''] = [...pageCss.matchAll(sizeRule)].at(-1) ?? [];
	if (width === undefined) throw new Error('styles/page.css needs @page { size: WIDTH HEIGHT }.');
	return {
		width: Number(width) * (millimetres[unit] ?? 1),
		height: Number(height) * (millimetres[otherUnit] ?? 1),
	};
}
