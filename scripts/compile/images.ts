import type { Element, ElementContent, Parents, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { didYouMean } from '../diagnostics/index.ts';
import type { Asset, Manuscript } from '../model/index.ts';
import { contextOf, countUp, reportAt, type Surroundings, type TextContext } from './context.ts';
import { drawingOf } from './inline-svg.ts';
import { decodePercent, resolvePath } from './paths.ts';
import { schemeOf } from './unsafe-links.ts';

/**
 * Finds each image in the manuscript and sets its path and true size; simple SVG drawings become part of the
 * text. An image that cannot be had is reported, and its alternative text stands in its place.
 */
export function rehypeImages() {
	return (tree: Root, file: VFile): void => replaceImages(tree, contextOf(file));
}

function replaceImages(parent: Parents, context: TextContext): void {
	let changed = false;
	const children = parent.children.map((child) => {
		if (child.type !== 'element') return child;
		if (child.tagName !== 'img') {
			if (child.tagName === 'a') reportSilentLink(child, context);
			replaceImages(child, context);
			return child;
		}
		changed = true;
		return replaceImage(child, context);
	});
	if (changed) parent.children = children as typeof parent.children;
}

function replaceImage(image: Element, context: TextContext): ElementContent {
	const { alt, src, title } = image.properties;
	const asset = findAsset(typeof src === 'string' ? src : '', image, context);
	if (!asset) return { type: 'text', value: String(alt ?? ''), ...placeOf(image) };
	// Nothing in the quotes marks decoration on purpose; blanks say neither.
	if (alt === undefined || (alt !== '' && String(alt).trim() === '')) {
		reportAt(context, 'image-alt-missing', `the image "${asset.path}" has no description`, image.position);
	}
	const { path } = asset;
	const size = sizeOf(asset, image, context);
	reportName(asset, image, context);
	const drawing = drawingOf(asset, image, context.key === '' ? undefined : nextDrawing(context), context);
	if (drawing) {
		const name = { role: 'img', ...(alt ? { ariaLabel: alt } : {}) };
		Object.assign(drawing.properties, alt === '' ? { ariaHidden: 'true' } : name, size);
		// The caption of a figure is taken from here; see `rehypeFigures`.
		if (typeof title === 'string') drawing.properties.title = title;
		return drawing;
	}
	context.images.add(path);
	image.properties = { ...image.properties, src: path, alt: alt ?? '', ...size };
	return image;
}

/** What a page can hold of; `width` of HTML counts in whole CSS px. */
const givenWidth = /^[1-9]\d{0,3}$/;

/** The size that the author gave by its width, or else the true one, in CSS px; no wider than fits, says the style. */
function sizeOf(asset: Asset, image: Element, context: TextContext): { width: number; height: number } {
	const { width: given } = image.properties;
	const { width, height } = asset;
	if (given === undefined) return { width, height };
	if (!givenWidth.test(String(given))) {
		const message = `the width "${String(given)}" of the image "${asset.path}" is no number of pixels from 1 to 9999`;
		reportAt(context, 'image-width', message, image.position);
		return { width, height };
	}
	return { width: Number(given), height: Math.round((Number(given) * height * 100) / width) / 100 };
}

/** A link whose only content is decoration has no name that could be read aloud (WCAG 2.2, 2.4.4 and 4.1.2). */
function reportSilentLink(link: Element, context: TextContext): void {
	const images: Element[] = [];
	let isNamed = false;
	visit(link, (node) => {
		if (node.type === 'text' && node.value.trim() !== '') isNamed = true;
		if (node.type !== 'element' || node.tagName !== 'img') return;
		images.push(node);
		if (node.properties.alt !== '') isNamed = true;
	});
	const [first] = images;
	if (!first || isNamed) return;
	const message = `the image "${String(first.properties.src ?? '')}" is all that a link shows, and has no description`;
	reportAt(context, 'image-alt-missing', message, first.position);
}

/** Endings of each type; the first is the usual one. */
const endings: Readonly<Record<Asset['mediaType'], readonly string[]>> = {
	'image/png': ['png'],
	'image/jpeg': ['jpg', 'jpeg'],
	'image/gif': ['gif'],
	'image/webp': ['webp'],
	'image/svg+xml': ['svg'],
};

function reportName({ path, mediaType }: Asset, image: Element, context: TextContext): void {
	const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
	if (endings[mediaType].includes(ending)) return;
	const kind = endings[mediaType][0]?.toUpperCase();
	reportAt(context, 'image-misnamed', `the image "${path}" is a ${kind} by what it holds`, image.position);
}

function nextDrawing(context: TextContext): string {
	return `${context.key}-g${countUp(context, 'drawing')}`;
}

function placeOf(element: Element): Pick<Element, 'position'> {
	return element.position ? { position: element.position } : {};
}

/** The image file that an address means; reports why there is none. */
function findAsset(src: string, image: Element, context: TextContext): Asset | undefined {
	const scheme = schemeOf(src);
	if (scheme === 'file' || scheme?.length === 1) return fail('image-outside', 'lies outside the manuscript');
	if (scheme !== undefined || src.startsWith('//')) return fail('image-remote', 'is not in the manuscript');
	const path = resolvePath(context.file, decodePercent(src));
	if (path === undefined) return fail('image-outside', 'lies outside the manuscript');
	const found = context.book.findImage(path);
	return found.asset ?? fail(found.rule, found.why, found.hint);

	function fail(
		rule: 'image-outside' | 'image-remote' | 'image-unreadable' | 'image-missing',
		why: string,
		hint?: string | undefined,
	): undefined {
		const name = src.length > 80 ? `${src.slice(0, 80)}…` : src;
		reportAt(context, rule, `the image "${decodePercent(name)}" ${why}`, image.position, hint);
	}
}

/** Makes the function that finds the image files of a manuscript by their path. */
export function createFindImage({
	assets,
	unreadable,
}: Pick<Manuscript, 'assets' | 'unreadable'>): Surroundings['findImage'] {
	return (path) => {
		const asset = assets.get(path) ?? assets.get(path.normalize('NFD'));
		if (asset) return { asset };
		const reason = unreadable.get(path);
		if (reason !== undefined) return { rule: 'image-unreadable', why: `cannot be read: ${reason}` };
		return { rule: 'image-missing', why: 'does not exist', hint: didYouMean(path, assets.keys()) };
	};
}
