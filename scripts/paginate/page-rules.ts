import type { PageChoices, Size } from '../model/index.ts';

/** Distances of the text block from the edges of the page, in mm. */
export type Margins = Readonly<Record<'top' | 'bottom' | 'inner' | 'outer', number>>;

export interface PageRules {
	/** Page rules for Paged.js. */
	readonly css: string;
	/** Size of the finished page, in mm. */
	readonly trim: Size;
	readonly margins: Margins;
}

const pageRule = /@page\s*\{([^}]*)\}/g;
const lengthForm = /^(\d*\.?\d+)(mm|cm|in|pt|px)?$/;

/** Millimetres of one unit (CSS Values and Units 4, 6.2). */
const millimetres: Readonly<Record<string, number>> = {
	...{ mm: 1, cm: 10, in: 25.4, pt: 25.4 / 72, px: 25.4 / 96 },
};

/**
 * The page rules of an edition: those of page.css, and what book.yaml says after them. Where it gives a trim size
 * without margins, those of page.css keep their share of the page.
 * @throws Error where page.css does not say in lengths how large a page and its margins are
 */
export function pageRules(pageCss: string, choices: PageChoices): PageRules {
	const house = readRules(pageCss);
	if (!choices.trim && !choices.margins) return { css: pageCss, ...house };
	const trim = choices.trim ?? house.trim;
	const across = trim.width / house.trim.width;
	const down = trim.height / house.trim.height;
	const { top, bottom, inner, outer } = house.margins;
	const scaled = { top: top * down, bottom: bottom * down, inner: inner * across, outer: outer * across };
	const margins = { ...scaled, ...choices.margins };
	return { css: `${pageCss}\n${writeRule(trim, margins)}\n`, trim, margins };
}

/** Size of the text block, in mm. */
export function blockOf({ trim, margins }: Pick<PageRules, 'trim' | 'margins'>): Size {
	return {
		width: trim.width - margins.inner - margins.outer,
		height: trim.height - margins.top - margins.bottom,
	};
}

/** The rule for all pages. The first page is a recto, whose left margin is the inner one. */
export function writeRule({ width, height }: Size, { top, outer, bottom, inner }: Margins): string {
	const mm = (value: number) => `${Number(value.toFixed(4))}mm`;
	const margin = [top, outer, bottom, inner].map(mm).join(' ');
	return `@page { size: ${mm(width)} ${mm(height)}; margin: ${margin}; }`;
}

/** What the page rules for all pages say, the last of them first. */
function readRules(pageCss: string): Pick<PageRules, 'trim' | 'margins'> {
	const rules = [...pageCss.matchAll(pageRule)].map(([, rule = '']) => rule).reverse();
	const lengthsOf = (name: string, least: number) => {
		for (const rule of rules) {
			const value = new RegExp(`(?:^|[;\\s])${name}:([^;]+)`).exec(rule)?.[1] ?? '';
			const lengths = value.trim().split(/\s+/).map(toMillimetres);
			if (lengths.length >= least && !lengths.includes(undefined)) return lengths as readonly number[];
		}
		throw new Error(`styles/page.css needs @page { size: WIDTH HEIGHT; margin: … } in lengths.`);
	};
	const [width = 0, height = 0] = lengthsOf('size', 2);
	const [top = 0, outer = top, bottom = top, inner = outer] = lengthsOf('margin', 1);
	return { trim: { width, height }, margins: { top, bottom, inner, outer } };
}

function toMillimetres(text: string): number | undefined {
	const [, value, unit = ''] = lengthForm.exec(text) ?? [];
	if (value === undefined) return undefined;
	const factor = millimetres[unit];
	if (factor === undefined) return Number(value) === 0 ? 0 : undefined;
	return Number(value) * factor;
}
