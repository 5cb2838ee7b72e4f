import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Element, ElementContent, Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { compileBook } from '../compile/index.ts';
import { compose } from '../compose/index.ts';
import { createReport, formatDiagnostic } from '../diagnostics/index.ts';
import { cutFonts, fillShelf } from '../fonts/index.ts';
import { loadHouse, loadManuscript } from '../load/index.ts';
import type { House, Resource } from '../model/index.ts';
import { toRequest } from '../paginate/unit-request.ts';

export interface PlainHtmlOptions {
	/** Folder of the program. */
	readonly home: string;
	readonly manuscript: string;
	readonly lang: string;
	/** A folder that is emptied first. */
	readonly out: string;
}

/**
 * Writes the text of an edition as one document that is not paginated yet, with the same faces, style and margins,
 * beside its fonts and images: what the floor and the other tools print. Notes stand at the end of their units.
 * @returns the path of the document
 */
export async function writePlainHtml({ home, manuscript, lang, out }: PlainHtmlOptions): Promise<string> {
	const report = createReport();
	const house = await loadHouse(home);
	const source = await loadManuscript(manuscript, report.add);
	const book = source && compileBook(source, source.config.languages, report.add);
	const edition =
		book && (await compose(book, house, { choice: { id: lang, languages: [lang] }, report: report.add }));
	const fonts = edition && (await cutFonts(edition, report.add));
	if (!edition || !fonts || report.hasErrors()) {
		const fault = report.list().find((one) => one.severity === 'error');
		throw new Error(fault ? formatDiagnostic(fault) : 'The manuscript cannot be read.');
	}
	const shelf = fillShelf(edition, fonts, styleOf(house, 'book.css'));
	await rm(out, { recursive: true, force: true });
	await writeResources(shelf.resources, out);
	const css = `${shelf.css.replaceAll('url(/', 'url(')}\n${pageRule(house)}\n.unit{break-before:page}`;
	const bodies = edition.units.map((unit) => toRequest(unit, 'endnotes', '').html);
	const text = relative(bodies.join('\n'), shelf.resources);
	const file = join(out, 'index.html');
	await writeFile(file, toDocument(lang, writeListsOut(css), text));
	return file;
}

function toDocument(lang: string, css: string, html: string): string {
	const tree: Root = {
		type: 'root',
		children: [
			{ type: 'doctype' },
			element('html', { lang }, [
				element('head', {}, [
					element('meta', { charSet: 'utf-8' }, []),
					element('title', {}, [{ type: 'text', value: 'Benchmark' }]),
					element('style', {}, [{ type: 'text', value: css }]),
				]),
				element('body', {}, [{ type: 'raw', value: html } as unknown as ElementContent]),
			]),
		],
	};
	return unified().use(rehypeStringify, { allowDangerousHtml: true }).freeze().stringify(tree);
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
	return { type: 'element', tagName, properties, children };
}

/** pagedjs-cli cannot read a list in `:is()` behind a `+`: such a rule names each of its selectors. */
function writeListsOut(css: string): string {
	return css.replaceAll(
		/([^{}]*\+[^{}]*):is\(([^()]*)\)([^{}]*)\{/g,
		(_, before: string, list: string, after: string) =>
			`${list
				.split(',')
				.map((one) => `${before}${one.trim()}${after}`)
				.join(',')}{`,
	);
}

function pageRule(house: House): string {
	const rule = /@page\s*\{[^}]*\}/.exec(styleOf(house, 'page.css'))?.[0];
	if (rule === undefined) throw new Error('styles/page.css has no @page rule.');
	return rule;
}

function styleOf(house: House, name: string): string {
	const css = house.styles.get(name);
	if (css === undefined) throw new Error(`styles/${name} is missing.`);
	return css;
}

/** The pages ask from the root of their host; a file asks from beside itself. */
function relative(html: string, resources: ReadonlyMap<string, Resource>): string {
	return html.replaceAll(/(?<=\ssrc=")\/[^"]+/g, (path) =>
		resources.has(decodeURIComponent(path)) ? path.slice(1) : path,
	);
}

async function writeResources(resources: ReadonlyMap<string, Resource>, out: string): Promise<void> {
	await mkdir(out, { recursive: true });
	for (const [path, resource] of resources) {
		const file = join(out, path);
		await mkdir(dirname(file), { recursive: true });
		await writeFile(file, await resource.read());
	}
}
