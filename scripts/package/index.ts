import type { Options } from 'epub-gen-memory';
import type { Accessibility, Edition, FontSet, House, PageTurn, Picture, Profile } from '../model/index.ts';
import { placeOfContents, toChapters } from './chapters.ts';
import { type CoverImage, coverImage } from './cover.ts';
import { fontFiles, fontRules } from './fonts.ts';
import { illustrationLists } from './illustrations.ts';
import { ImageNames, type UsedImage } from './images.ts';
import { landmarks } from './landmarks.ts';
import { MemoryEpub, type MemoryFile } from './memory-epub.ts';
import { navPoints, sourcesOf } from './navigation.ts';
import { pageList } from './page-list.ts';
import { playOrder } from './play-order.ts';
import { storeRules } from './stores.ts';
import { type ManifestItem, type TemplateData, templateData } from './template-data.ts';
import { closeUnits, indexIds, openUnits } from './units.ts';

export { type StoreRules, storeRules } from './stores.ts';

export interface PackageOptions {
	readonly fonts: FontSet;
	readonly cover: Picture;
	/** The images of the edition by their path in the manuscript. */
	readonly pictures: ReadonlyMap<string, Picture>;
	readonly house: House;
	/** Style sheet of the book, without `@font-face`. */
	readonly styles: string;
	readonly profile: Profile;
	/** Where the printed pages begin; none where that is not known. */
	readonly turns?: readonly PageTurn[];
}

/** Name that epub-gen-memory gives the navigation document. */
const contentsFile = 'toc.xhtml';

export interface PackedEpub {
	readonly bytes: Uint8Array;
	/** What the EPUB says of itself. */
	readonly accessibility: Accessibility;
}

/**
 * Packs an edition as EPUB 3.3, its units in reading order, each in a file of its own. The same edition gives the
 * same bytes on every run: every date in them is `edition.metadata.modified`.
 * @throws Error where an image is missing or a template is
 */
export async function packageEpub(edition: Edition, options: PackageOptions): Promise<PackedEpub> {
	const { house, styles, pictures, turns = [] } = options;
	const fonts = edition.epub.fonts === 'none' ? [] : options.fonts;
	const cover = coverImage(options.cover);
	const names = new ImageNames(pictures);
	const { coverPage, saysFonts } = storeRules(options.profile);
	const files = openUnits(edition, coverPage ? cover : undefined, house, turns);
	const ids = indexIds(files);
	closeUnits(files, ids, names);

	const toc = { file: contentsFile, at: placeOfContents(edition.units, files) };
	const points = navPoints(edition, files, ids);
	const lists = illustrationLists(edition, files);
	const pages = pageList(edition, files, turns, toc);
	const targets = [...sourcesOf(points), ...(pages?.targets ?? []).map((target) => target.href)];
	const images = names.list();
	const fontData = fontFiles(fonts);
	const book = templateData(edition, {
		files,
		points,
		playOrder: playOrder(targets, files, toc),
		pages,
		landmarks: landmarks(edition, files, { ...toc, lists }),
		lists,
		items: manifest(cover, images, fontData),
		cover: 'cover-image',
		saysFonts: saysFonts && fonts.length > 0,
	});
	const chapters = toChapters(files, toc.at);
	const epub = new MemoryEpub({
		options: libraryOptions(book, house, fontRules(fonts) + styles),
		chapters,
		files: [cover.file, ...images.map((image) => image.file), ...fontData],
		identifier: book.described.identifier,
		modified: edition.metadata.modified,
	});
	return { bytes: await epub.genEpub(), accessibility: book.accessibility };
}

function manifest(
	cover: CoverImage,
	images: readonly UsedImage[],
	fonts: readonly MemoryFile[],
): readonly ManifestItem[] {
	return [
		{ id: 'cover-image', href: cover.file.path, mediaType: cover.mediaType, properties: 'cover-image' },
		...images.map(({ file: { path }, mediaType }, index) => ({
			id: `image-${index + 1}`,
			href: path,
			mediaType,
		})),
		...fonts.map(({ path }, index) => ({ id: `font-${index + 1}`, href: path, mediaType: 'font/ttf' })),
	];
}

function libraryOptions(book: TemplateData, house: House, css: string): Options & { book: TemplateData } {
	const template = (name: string): string => {
		const text = house.templates.get(`epub/${name}.ejs`);
		if (text === undefined) throw new Error(`templates/epub/${name}.ejs is missing.`);
		return text;
	};
	return {
		book,
		title: book.metadata.title,
		lang: book.lang,
		date: book.modified,
		css,
		tocTitle: book.contentsTitle.text,
		prependChapterTitles: false,
		version: 3,
		contentOPF: template('content.opf'),
		tocNCX: template('toc.ncx'),
		tocXHTML: template('toc.xhtml'),
		chapterXHTML: template('chapter.xhtml'),
	};
}
