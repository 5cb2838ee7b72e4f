import type { Reporter } from '../diagnostics/index.ts';
import type { PageChoices } from '../model/index.ts';
import { blockOf, pageRules } from './page-rules.ts';

/** The least that a text block can be, in mm: about 13 Han characters in a line, and 12 lines. */
const least = { width: 50, height: 60 } as const;

/** Bounds of what titles are scaled by: on a small page they must stay titles, on a large one no posters. */
const displayBounds = { least: 0.75, most: 1.25 } as const;

/** Says so where the trim size and the margins leave no room for text. */
export function checkPage(pageCss: string, page: PageChoices, report: Reporter): void {
	const { width, height } = blockOf(pageRules(pageCss, page));
	if (width >= least.width && height >= least.height) return;
	const size = [width, height].map((side) => Math.round(side * 10) / 10).join(' × ');
	const message = `the margins of the page leave ${size} mm for the text: ${least.width} × ${least.height} mm are needed`;
	report('page-text-block', message, page.place ?? 'book.yaml');
}

/**
 * Custom properties that say how an edition's page relates to that of page.css, for what must not keep its size: the
 * text block `--across` and `--down`, the margins above and below it `--head` and `--foot`, and display type
 * `--display`, which changes less than the page does. Nothing where book.yaml says nothing of the page.
 */
export function pageLook(pageCss: string, page: PageChoices): string {
	if (!page.trim && !page.margins) return '';
	const house = pageRules(pageCss, { gutter: 0 });
	const own = pageRules(pageCss, page);
	const across = blockOf(own).width / blockOf(house).width;
	const display = Math.min(displayBounds.most, Math.max(displayBounds.least, Math.sqrt(across)));
	const ratios = {
		across,
		down: blockOf(own).height / blockOf(house).height,
		head: own.margins.top / house.margins.top,
		foot: own.margins.bottom / house.margins.bottom,
		display,
	};
	const properties = Object.entries(ratios).map(([name, ratio]) => `--${name}:${Number(ratio.toFixed(4))}`);
	return `:root{${properties.join(';')}}`;
}
