import { fromXml } from 'xast-util-from-xml';

// CSS px in one of each absolute unit (CSS Values and Units 3, section 6.2).
const pixels: Readonly<Record<string, number>> = {
	'': 1,
	px: 1,
	pt: 96 / 72,
	pc: 16,
	in: 96,
	cm: 96 / 2.54,
	mm: 96 / 25.4,
	q: 96 / 101.6,
};

/**
 * The size of an SVG in CSS px: its width and height where they are absolute, else its viewBox, or one side and the
 * ratio of the viewBox. A fault comes back as a clause.
 */
export function svgSize(svg: string): { width: number; height: number } | string {
	let attributes: Readonly<Record<string, string | null | undefined>>;
	try {
		const root = fromXml(svg).children.find((node) => node.type === 'element');
		if (root?.type !== 'element' || !/^(?:[\w-]+:)?svg$/.test(root.name)) return 'it is XML, but no SVG';
		attributes = root.attributes;
	} catch (error) {
		return `it is an SVG that is not well-formed${firstLine(error)}`;
	}
	const given = { width: length(attributes.width), height: length(attributes.height) };
	const box = viewBox(attributes.viewBox);
	const ratio = box && box.width / box.height;
	const width = given.width ?? (given.height && ratio ? given.height * ratio : box?.width);
	const height = given.height ?? (given.width && ratio ? given.width / ratio : box?.height);
	if (!width || !height) return 'it is an SVG without width and height or viewBox';
	return { width: round(width), height: round(height) };
}

function length(value: string | null | undefined): number | undefined {
	const parts = /^\s*\+?(\d*\.?\d+(?:e[+-]?\d+)?)(px|pt|pc|in|cm|mm|q)?\s*$/i.exec(value ?? '');
	const size = Number(parts?.[1]) * (pixels[parts?.[2]?.toLowerCase() ?? ''] ?? Number.NaN);
	return size > 0 && Number.isFinite(size) ? size : undefined;
}

function viewBox(value: string | null | undefined): { width: number; height: number } | undefined {
	const [, , width, height, ...more] = (value ?? '')
		.trim()
		.split(/[\s,]+/)
		.map(Number);
	return width && height && width > 0 && height > 0 && more.length === 0 ? { width, height } : undefined;
}

function round(size: number): number {
	return Math.round(size * 1000) / 1000;
}

function firstLine(error: unknown): string {
	const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : '';
	return message === '' ? '' : `: ${message}`;
}
