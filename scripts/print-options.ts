import { style } from './ahead.ts';
import { cutToGlyphs } from './fonts/index.ts';
import type { PrintOptions } from './print/index.ts';
import type { LaidEdition, World } from './world.ts';

/** What every print of an edition is made with. */
export function printOptions({ tabs, shelf, fonts }: LaidEdition, world: World): PrintOptions {
	const { house, report, store, memo, detail } = world;
	return {
		tabs,
		shelf,
		fonts,
		sheetCss: style(house, 'sheet.css'),
		cut: (face, glyphs) => cutToGlyphs(face.bytes, glyphs, { memo }),
		store,
		memo,
		report,
		detail,
	};
}
