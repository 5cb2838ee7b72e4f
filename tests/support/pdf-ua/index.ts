import { PDFDict, PDFDocument, PDFRawStream } from '@cantoo/pdf-lib';
import { readXmp, type Xmp, xmpKey } from '../../../scripts/check/press/xmp.ts';
import { contentOf } from '../../../scripts/pdf/stream-content.ts';
import { type Runs, readContent } from './content.ts';
import { dictAt, entry, itemsOf, nameOf, numberAt, numberTree, textAt, textOf } from './objects.ts';
import { faultsOfTags } from './rules.ts';
import { readTree, type Tag } from './tree.ts';

/**
 * The facts of PDF/UA-1 (ISO 14289-1) that need no eyes, read from a finished file without what wrote it: what is
 * wrong, as sentences without their full stops.
 */
export async function faultsOfAccessible(bytes: Uint8Array): Promise<readonly string[]> {
	const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
	const root = dictAt(pdf.catalog, 'StructTreeRoot');
	if (!root) return ['there is no structure tree'];
	const parents = numberTree(dictAt(root, 'ParentTree'));
	const runs: Runs = new Map();
	const pages = pdf.getPages();
	const painted = pages.flatMap((page, index) => readContent(page, index + 1, runs));
	const tree = readTree(root, parents, runs);
	const links = new Set<unknown>();
	for (const tag of tree.roots.flatMap(all)) if (tag.type === 'Link') collect(tag, links);
	return [
		...faultsOfDocument(pdf),
		...faultsOfFonts(pdf),
		...painted,
		...tree.faults,
		...faultsOfTags(tree.roots),
		...pages.flatMap(({ node }, index) => faultsOfAnnotations(node, index + 1, parents, links)),
	];
}

function all(tag: Tag): readonly Tag[] {
	return [tag, ...tag.kids.flatMap(all)];
}

function collect(tag: Tag, links: Set<unknown>): void {
	for (const object of tag.objects) links.add(object);
	for (const kid of tag.kids) collect(kid, links);
}

/** What the document as a whole says of itself (ISO 14289-1, 5 and 7.1 to 7.2). */
function faultsOfDocument({ catalog }: PDFDocument): readonly string[] {
	const faults: string[] = [];
	const xmp = xmpOf(catalog);
	if (xmp?.get(xmpKey('http://www.aiim.org/pdfua/ns/id/', 'part')) !== '1')
		faults.push('the metadata do not say PDF/UA-1');
	if (!xmp?.get(xmpKey('http://purl.org/dc/elements/1.1/', 'title')))
		faults.push('the metadata have no title');
	const mark = dictAt(catalog, 'MarkInfo');
	if (textAt(mark, 'Marked') !== 'true') faults.push('the document is not marked');
	if (textAt(mark, 'Suspects') === 'true') faults.push('the tags are suspect');
	if (!/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(textAt(catalog, 'Lang')))
		faults.push('the document has no language');
	if (textAt(dictAt(catalog, 'ViewerPreferences'), 'DisplayDocTitle') !== 'true')
		faults.push('the window does not show the title');
	return faults;
}

function xmpOf(catalog: PDFDict): Xmp | undefined {
	const stream = entry(catalog, 'Metadata');
	try {
		return stream instanceof PDFRawStream ? readXmp(contentOf(stream)) : undefined;
	} catch {
		return undefined;
	}
}

/** Fonts are embedded and tell what their glyphs say (ISO 14289-1, 7.21). */
function faultsOfFonts({ context }: PDFDocument): readonly string[] {
	const faults = new Set<string>();
	for (const [, font] of context.enumerateIndirectObjects()) {
		if (!(font instanceof PDFDict) || nameOf(entry(font, 'Type')) !== 'Font') continue;
		const name = nameOf(entry(font, 'BaseFont'));
		const isComposite = nameOf(entry(font, 'Subtype')) === 'Type0';
		const [descendant] = itemsOf(entry(font, 'DescendantFonts'));
		const inner = isComposite && descendant instanceof PDFDict ? descendant : font;
		const descriptor = dictAt(inner, 'FontDescriptor');
		const isDescendant = nameOf(entry(font, 'Subtype'))?.startsWith('CIDFont') ?? false;
		if (!['FontFile', 'FontFile2', 'FontFile3'].some((key) => entry(descriptor, key)))
			faults.add(`the font ${name} is not embedded`);
		if (!isDescendant && !entry(font, 'ToUnicode'))
			faults.add(`the font ${name} does not tell its characters`);
		if (nameOf(entry(inner, 'Subtype')) === 'CIDFontType2' && !entry(inner, 'CIDToGIDMap'))
			faults.add(`the font ${name} has no map of its glyphs`);
	}
	return [...faults];
}

/** Links have words and their place in the tree; pages with annotations follow the structure (7.18). */
function faultsOfAnnotations(
	page: PDFDict,
	number: number,
	parents: ReadonlyMap<number, unknown>,
	links: ReadonlySet<unknown>,
): readonly string[] {
	const annotations = itemsOf(entry(page, 'Annots'));
	const faults = new Set<string>();
	if (annotations.length > 0 && nameOf(entry(page, 'Tabs')) !== 'S')
		faults.add('its tab order is not the structure');
	for (const annotation of annotations) {
		if (!(annotation instanceof PDFDict)) continue;
		if (nameOf(entry(annotation, 'Subtype')) !== 'Link') faults.add('an annotation is no link');
		if (!textOf(entry(annotation, 'Contents'))) faults.add('a link has no contents');
		if (!links.has(annotation)) faults.add('a link is in no Link element');
		const owner = parents.get(numberAt(annotation, 'StructParent') ?? -1);
		const holds =
			owner instanceof PDFDict && itemsOf(entry(owner, 'K')).length + (entry(owner, 'K') ? 1 : 0) > 0;
		if (!holds) faults.add('the parent tree does not know a link');
	}
	return [...faults].map((fault) => `page ${number}: ${fault}`);
}
