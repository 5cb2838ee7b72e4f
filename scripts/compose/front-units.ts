import type { Inline, Lang, TocEntry, Unit, UnitKind } from '../model/index.ts';
import { type Context, headLine, labelLine } from './context.ts';
import { makeUnit } from './make-unit.ts';
import { proofLines } from './proof-line.ts';
import type { TemplateData } from './template-data.ts';

type Settings = Partial<Pick<Unit, 'start' | 'folios' | 'media' | 'runningHeads' | 'parallel'>>;

/** The pages before the first piece: cover, title page, imprint, contents, and these of the disclaimer. */
export function frontUnits(
	context: Context,
	toc: readonly TocEntry[],
	disclaimers: readonly Unit[],
): readonly Unit[] {
	const proofs = Object.values(proofLines(context));
	return [
		page(context, 'cover', { start: 'recto' }),
		page(context, 'title-page', { start: 'recto' }, proofs.length > 0 ? { proofs } : {}),
		page(context, 'imprint', {}),
		contents(context, toc),
		...disclaimers,
	];
}

/** The page that a printed book begins with, behind a cover that is printed apart. */
export function halfTitleUnit(context: Context): Unit {
	return page(context, 'half-title', { start: 'recto', media: 'pages' });
}

/** A paragraph of the disclaimer: in one language or in two, one after the other. */
export interface DisclaimerParagraph {
	readonly texts: readonly { readonly lang: Lang; readonly text: Inline }[];
	/** Value of `data-sync`. */
	readonly sync?: string;
}

/** The page of the disclaimer, where there is any. */
export function disclaimerUnits(
	context: Context,
	paragraphs: readonly DisclaimerParagraph[],
	settings: Pick<Unit, 'parallel'> = {},
): readonly Unit[] {
	if (paragraphs.length === 0) return [];
	return [
		page(context, 'disclaimer', { folios: 'all', ...settings }, { paragraphs: paragraphs.map(asData) }),
	];
}

/** The disclaimer in one language. */
export function disclaimerIn({ book, lang }: Pick<Context, 'book' | 'lang'>): readonly DisclaimerParagraph[] {
	return (book.disclaimer?.[lang] ?? []).map((text) => ({ texts: [{ lang, text }] }));
}

function asData({ texts, sync }: DisclaimerParagraph): TemplateData {
	return { texts: [...texts], sync };
}

function contents(context: Context, toc: readonly TocEntry[]): Unit {
	const { other } = context;
	const title = labelLine(context, 'contents');
	const runningHeads = other
		? { verso: title, recto: headLine(context, labelLine(other, 'contents')) }
		: { verso: context.title, recto: title };
	const settings = { start: 'recto', folios: 'all', media: 'pages', runningHeads } as const;
	return page(context, 'contents', settings, { toc: toc.map((entry) => entryData(entry, context)) });
}

/**
 * An entry has a line for each title that has a page of its own: text and translation in columns or among each other
 * share one.
 */
function entryData(entry: TocEntry, context: Context): TemplateData {
	const titles = [entry, ...(entry.other ? [entry.other] : [])];
	const { layout } = context;
	const areApart = (layout === 'facing' || layout === 'pieces') && entry.other?.unit !== entry.unit;
	const lines = (areApart ? titles.map((one) => [one]) : [titles]).map((texts) => ({
		id: texts[0]?.id,
		texts: texts.map(({ title }) => ({ lang: title.lang, title })),
	}));
	const bylines = titles.flatMap(({ byline }, index) =>
		byline && byline.text !== titles[index - 1]?.byline?.text ? [{ lang: byline.lang, byline }] : [],
	);
	return { lines, bylines, children: entry.children.map((child) => entryData(child, context)) };
}

function page(context: Context, kind: UnitKind, settings: Settings, data: TemplateData = {}): Unit {
	const { lang, other } = context;
	const id = `${lang}-${kind}`;
	const unit = {
		id,
		kind,
		lang,
		matter: 'front',
		title: labelLine(context, kind),
		...(other ? { otherTitle: labelLine(other, kind) } : {}),
		start: 'any',
		folios: 'none',
		media: 'all',
		...settings,
		notes: [],
	} as const;
	return makeUnit(context, unit, kind, { ...data, unit: { id } });
}
