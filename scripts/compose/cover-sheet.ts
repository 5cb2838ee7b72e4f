import type { Element } from 'hast';
import type { EditionChoice, Inline, Lang, Localized, LocalText, Unit } from '../model/index.ts';
import { secondText } from './book-data.ts';
import type { Context } from './context.ts';
import { plainInline } from './inline.ts';
import { makeUnit } from './make-unit.ts';
import type { TemplateData } from './template-data.ts';
import { uprightDigits } from './upright-digits.ts';

/**
 * What stands on the sheet round the book apart from the front, which is the cover page: back, spine and flaps. It has
 * no pages in the book. In an edition in two languages the back speaks both, and the spine has both titles, the second
 * in place of the subtitle.
 */
export async function coverSheet(context: Context, { id, languages }: EditionChoice): Promise<Unit> {
	const { book, lang, memo } = context;
	const { config, title, subtitle } = book;
	const { cover } = config.press;
	const [, second] = languages;
	const other = second && secondText(title, [lang, second]);
	const spine = { title: title[lang], other, subtitle: subtitle?.[lang] };
	const data = {
		spine: {
			title: spine.title && uprightDigits(spine.title),
			other: spine.other && uprightDigits(spine.other),
			subtitle: spine.subtitle && uprightDigits(spine.subtitle),
		},
		description: paragraphsOf(config.description?.[lang]),
		translation: second ? paragraphsOf(own(config.description, second)) : [],
		series: seriesData(context, second),
		price: cover.price,
		// The other languages are told of where there is room for it.
		flap: cover.flaps > 0 ? otherBooks(context, languages) : [],
	};
	const unit = {
		id: `${lang}-cover-sheet`,
		kind: 'cover',
		lang,
		matter: 'front',
		title: context.title,
		file: 'book.yaml',
		start: 'any',
		folios: 'none',
		media: 'pages',
		notes: [],
	} as const;
	const isbn = config.isbns[id]?.print;
	const key = JSON.stringify([isbn, cover.priceCode]);
	const barcode = await memo.recall('barcodes', key, () => drawBarcode(isbn, cover.priceCode));
	return makeUnit(context, unit, 'cover-sheet', { ...data, isbn }, { barcode });
}

/** The barcode of a book that has an ISBN. The symbol library is large, and no other edition needs it. */
async function drawBarcode(
	isbn: string | undefined,
	priceCode: string | undefined,
): Promise<readonly Element[]> {
	if (isbn === undefined) return [];
	const { barcode } = await import('./barcode.ts');
	return [barcode(isbn, priceCode)];
}

function seriesData({ book: { config }, lang }: Context, second: Lang | undefined): TemplateData | undefined {
	const title = config.series?.title[lang];
	if (!title || title.text.trim() === '') return undefined;
	const name = title.text.trim();
	const number = config.series?.number;
	const whole = plainInline(number === undefined ? name : `${name} ${number}`, title.lang);
	const other = second && own(config.series?.title, second)?.text.trim();
	return {
		title: plainInline(name, title.lang),
		other: other && other !== name ? plainInline(other, second) : undefined,
		number,
		spine: uprightDigits(whole),
	};
}

/** Title and description in the languages of the book that the edition lacks, where they have both. */
function otherBooks(
	{ book: { config, title } }: Context,
	languages: readonly Lang[],
): readonly TemplateData[] {
	return Object.entries(title).flatMap(([other, line]) => {
		const description = paragraphsOf(own(config.description, other));
		const isOther = !languages.includes(other) && line.lang === other && description.length > 0;
		return isOther ? [{ lang: other, title: line, description }] : [];
	});
}

/** A text in a language; nothing where another one stands in for it. */
function own(texts: Localized<LocalText> | undefined, lang: Lang): LocalText | undefined {
	const text = texts?.[lang];
	return text?.lang === lang ? text : undefined;
}

/** A line break between two Han characters, or marks that only Han text has. */
const hanBreak =
	/(?<=[\p{Script=Han}，。、；：？！》」』）])[^\S\n]*\n[^\S\n]*(?=[\p{Script=Han}《「『（])/gu;

/** Paragraphs stand apart by an empty line. */
function paragraphsOf(text: LocalText | undefined): readonly Inline[] {
	const paragraphs = text?.text.split(/\n\s*\n/) ?? [];
	return paragraphs.flatMap((paragraph) => {
		const line = paragraph.replace(hanBreak, '').replace(/\s+/g, ' ').trim();
		return text && line !== '' ? [plainInline(line, text.lang)] : [];
	});
}
