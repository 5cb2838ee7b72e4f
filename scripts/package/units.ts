import type { Element } from 'hast';
import type { Edition, House, Lang, PageTurn, Unit } from '../model/index.ts';
import { cleanText } from './clean-text.ts';
import { type CoverImage, coverSection } from './cover.ts';
import { groundDrawings } from './drawings.ts';
import { nameIllustrations } from './illustrations.ts';
import { type ImageNames, nameImages } from './images.ts';
import { label, type Wording, wordingFor } from './labels.ts';
import { setLanguages } from './languages.ts';
import { bookTitle, titleLine } from './lines.ts';
import { type IdIndex, idsOf, leadLinks } from './links.ts';
import { placeNotes } from './notes.ts';
import { pageBreak, placePageBreaks } from './page-breaks.ts';
import { removePageParts } from './page-parts.ts';
import { labelSection, toSection } from './semantics.ts';
import { boxTables } from './table-boxes.ts';

/** A unit of the edition on its way to a file of the EPUB. */
export interface UnitFile {
	readonly unit: Unit;
	/** File name, ASCII, beside the package document. */
	readonly file: string;
	readonly title: string;
	readonly section: Element;
	readonly ids: ReadonlySet<string>;
}

/** Every unit that an EPUB shows, as a tree of its own whose ids are final; without a cover no page shows it. */
export function openUnits(
	edition: Edition,
	cover: CoverImage | undefined,
	house: House,
	turns: readonly PageTurn[] = [],
): readonly UnitFile[] {
	const units = edition.units.filter((unit) => unit.media === 'all' && (cover || unit.kind !== 'cover'));
	const digits = Math.max(2, String(units.length).length);
	return units.map((unit, index) => {
		const number = String(index + 1).padStart(digits, '0');
		const own = turns.filter((turn) => turn.unit === unit.id);
		if (cover && unit.kind === 'cover') return coverFile(unit, edition, cover, own);
		const section = openUnit(unit, (lang) => wordingFor(lang, edition, house), own);
		const title = titleLine(edition, unit.title, unit.otherTitle).text;
		return { unit, file: `${number}-${unit.id}.xhtml`, title, section, ids: idsOf(section) };
	});
}

function coverFile(unit: Unit, edition: Edition, cover: CoverImage, turns: readonly PageTurn[]): UnitFile {
	const title = bookTitle(edition);
	const section = coverSection(cover, title);
	section.children.unshift(...turns.map((turn) => pageBreak(turn.label)));
	return { unit, file: 'cover.xhtml', title, section, ids: idsOf(section) };
}

function openUnit(unit: Unit, wordingOf: (lang: Lang) => Wording, turns: readonly PageTurn[]): Element {
	const { body, notes } = placePageBreaks(unit, turns);
	const section = toSection(
		unit,
		body.children.filter((node) => node.type !== 'doctype'),
	);
	removePageParts(section);
	placeNotes(section, notes, unit.lang, (lang) => {
		const { labels, ...wording } = wordingOf(lang);
		return { ...wording, notes: label(labels, 'notes'), back: label(labels, 'back-to-text') };
	});
	groundDrawings(section);
	boxTables(section, unit.lang, (lang) => {
		const { labels, ...wording } = wordingOf(lang);
		return { ...wording, label: label(labels, 'table-box') };
	});
	labelSection(section, unit.id);
	cleanText(section);
	nameIllustrations(section, unit.id);
	return section;
}

/** Which file holds which id. */
export function indexIds(files: readonly UnitFile[]): IdIndex {
	const index = new Map<string, string>();
	for (const { file, ids } of files) {
		for (const id of ids) if (!index.has(id)) index.set(id, file);
	}
	return index;
}

/** Links, images and languages: what needs the whole book to be known. The trees of the files are changed. */
export function closeUnits(files: readonly UnitFile[], index: IdIndex, names: ImageNames): void {
	for (const { unit, file, section, ids } of files) {
		if (unit.kind !== 'cover') nameImages(section, names);
		leadLinks(section, file, ids, index);
		setLanguages(section, unit.lang);
	}
}
