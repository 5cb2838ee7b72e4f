import type { TocEntry, Unit, UnitKind } from '../model/index.ts';
import { type Context, labelLine } from './context.ts';
import { makeUnit } from './make-unit.ts';
import type { TemplateData } from './template-data.ts';

/** Cover, title page, imprint, contents and disclaimer: the pages before the first piece. */
export function frontUnits(context: Context, toc: readonly TocEntry[]): readonly Unit[] {
	const { book, lang, proof } = context;
	const units = [
		page(context, 'cover', { start: 'recto' }),
		page(context, 'title-page', { start: 'recto' }, proof ? { proof } : {}),
		page(context, 'imprint', {}),
	];
	units.push(contents(context, toc));
	if (book.disclaimer?.[lang]?.length) {
		units.push(page(context, 'disclaimer', { folios: 'all' }));
	}
	return units;
}

/** The page that a printed book begins with, behind a cover that is printed apart. */
export function halfTitleUnit(context: Context): Unit {
	return page(context, 'half-title', { start: 'recto', media: 'pages' });
}

function contents(context: Context, toc: readonly TocEntry[]): Unit {
	const runningHeads = { verso: context.title, recto: labelLine(context, 'contents') };
	const settings = { start: 'recto', folios: 'all', media: 'pages', runningHeads } as const;
	return page(context, 'contents', settings, { toc: toc.map(entryData) });
}

function entryData(entry: TocEntry): TemplateData {
	return { id: entry.id, title: entry.title, byline: entry.byline, children: entry.children.map(entryData) };
}

function page(
	context: Context,
	kind: UnitKind,
	settings: Partial<Pick<Unit, 'start' | 'folios' | 'media' | 'runningHeads'>>,
	data: TemplateData = {},
): Unit {
	const id = `${context.lang}-${kind}`;
	const unit = {
		id,
		kind,
		lang: context.lang,
		matter: 'front',
		title: labelLine(context, kind),
		start: 'any',
		folios: 'none',
		media: 'all',
		...settings,
		notes: [],
	} as const;
	return makeUnit(context, unit, kind, { ...data, unit: { id } });
}
