import type { TocEntry, Unit, UnitKind } from '../model/index.ts';
import { type Context, label } from './context.ts';
import { plainInline } from './inline.ts';
import type { TemplateData } from './template.ts';

/** Cover, title page, imprint, contents and disclaimer: the pages before the first piece. */
export function frontUnits(context: Context, toc: readonly TocEntry[]): readonly Unit[] {
	const { book, lang } = context;
	const units = [
		page(context, 'cover', label(context, 'cover'), { start: 'recto' }),
		page(context, 'title-page', label(context, 'title-page'), { start: 'recto' }),
		page(context, 'imprint', label(context, 'imprint'), {}),
	];
	units.push(contents(context, toc));
	if (book.disclaimer?.[lang]?.length) {
		units.push(page(context, 'disclaimer', label(context, 'disclaimer'), { folios: 'all' }));
	}
	return units;
}

function contents(context: Context, toc: readonly TocEntry[]): Unit {
	const unit = page(
		context,
		'contents',
		label(context, 'contents'),
		{ start: 'recto', folios: 'all', media: 'pages' },
		{ toc: toc.map(entryData) },
	);
	return { ...unit, runningHeads: { verso: context.title, recto: unit.title } };
}

function entryData(entry: TocEntry): TemplateData {
	return { id: entry.id, title: entry.title, byline: entry.byline, children: entry.children.map(entryData) };
}

function page(
	context: Context,
	kind: UnitKind,
	title: string,
	settings: Partial<Pick<Unit, 'start' | 'folios' | 'media'>>,
	data: TemplateData = {},
): Unit {
	const id = `${context.lang}-${kind}`;
	return {
		id,
		kind,
		lang: context.lang,
		matter: 'front',
		title: plainInline(title, context.lang),
		start: 'any',
		folios: 'none',
		media: 'all',
		...settings,
		body: context.render(kind, { ...context.shared, ...data, unit: { id } }),
		notes: [],
	};
}
