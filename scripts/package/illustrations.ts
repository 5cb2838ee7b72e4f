import type { Element, ElementContent } from 'hast';
import type { Edition } from '../model/index.ts';
import { cutLine } from './cut-line.ts';
import { eachElement } from './elements.ts';
import { type Line, labelLine } from './lines.ts';
import { toPhrase } from './phrase.ts';
import type { UnitFile } from './units.ts';

/** A list of the navigation document beside the contents. */
export interface IllustrationList {
	/** EPUB Structural Semantics 1.1: list of illustrations, list of tables. */
	readonly type: 'loi' | 'lot';
	readonly title: Line;
	readonly entries: readonly { readonly href: string; readonly html: string }[];
}

/** How many characters of a description stand in for a caption, at most. */
const longestName = 60;

/**
 * Figures by their captions, or else by the beginning of what is said of the picture, and tables by their captions, in
 * reading order. A list without entries is left out.
 */
export function illustrationLists(edition: Edition, files: readonly UnitFile[]): readonly IllustrationList[] {
	const [main = ''] = edition.languages;
	const figures: IllustrationList['entries'][number][] = [];
	const tables: IllustrationList['entries'][number][] = [];
	for (const { unit, file, section } of files) {
		eachIllustration(section, (element) => {
			const caption = captionOf(element);
			const name = caption ? caption.children : descriptionOf(element);
			const { lang = element.properties.lang ?? unit.lang } = caption?.properties ?? {};
			const own = String(lang);
			if (toPhrase(name, own, own).trim() === '') return;
			const html = toPhrase(name, own, main);
			const list = element.tagName === 'figure' ? figures : tables;
			list.push({ href: `${file}#${element.properties.id}`, html });
		});
	}
	return [
		{ type: 'loi' as const, title: labelLine(edition, 'list-of-figures'), entries: figures },
		{ type: 'lot' as const, title: labelLine(edition, 'list-of-tables'), entries: tables },
	].filter((list) => list.entries.length > 0);
}

/** Gives every figure and table an id that no other element of its file has; the tree is changed. */
export function nameIllustrations(section: Element, unit: string): void {
	const taken = new Set<unknown>();
	eachElement(section, ({ properties: { id } }) => void taken.add(id));
	let count = 0;
	eachIllustration(section, ({ properties, tagName }) => {
		if (properties.id !== undefined) return;
		do count += 1;
		while (taken.has(`${unit}-${tagName}-${count}`));
		properties.id = `${unit}-${tagName}-${count}`;
	});
}

function eachIllustration(section: Element, found: (element: Element) => void): void {
	eachElement(section, (element) => {
		if (element.tagName === 'figure' || element.tagName === 'table') found(element);
	});
}

function captionOf({ children }: Element): Element | undefined {
	return children.find(
		(child): child is Element => child.type === 'element' && /^(?:fig)?caption$/.test(child.tagName),
	);
}

/** The beginning of what is said of the first picture of a figure. */
function descriptionOf(element: Element): readonly ElementContent[] {
	const names: string[] = [];
	if (element.tagName === 'figure') {
		eachElement(element, ({ tagName, properties }) => {
			const name = tagName === 'img' ? properties.alt : tagName === 'svg' ? properties.ariaLabel : undefined;
			if (typeof name === 'string' && name.trim() !== '') names.push(name);
		});
	}
	const [name] = names;
	return name === undefined ? [] : [{ type: 'text', value: cutLine(name, longestName) }];
}
