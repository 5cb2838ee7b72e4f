/**
 * What the printing tab writes behind the language of an element, as a private use subtag (RFC 5646, 2.2.7), because
 * the browser hands languages on to the PDF and little else: `zh-x-image-n3`, `en-x-plain-more-on`.
 */
export interface Mark {
	readonly lang?: string;
	/** What the element is, where its own tag does not say so. */
	readonly kind?: string;
	/** Number of the picture or formula whose details come apart; of a row, how many cells it has. */
	readonly index?: number;
	/** Columns and rows that a cell reaches over, where they are several. */
	readonly columns?: number;
	readonly rows?: number;
	/** Cells of a row without anything in them, by their places in it. */
	readonly empty?: readonly EmptyCell[];
	/** It began on a page before. */
	readonly continued: boolean;
	/** It goes on overleaf. */
	readonly continues: boolean;
}

export interface EmptyCell {
	readonly place: number;
	readonly columns: number;
	readonly rows: number;
}

const form =
	/^(.*?)-x-([a-z]+)(?:-n(\d+))?(?:-c(\d+))?(?:-r(\d+))?((?:-e\d+c\d+r\d+)*)(-more)?(-on)?(?:-in)*$/;

/** Reads a language as the browser hands it on. */
export function readMark(lang: string | undefined): Mark {
	const [, own, kind, index, columns, rows, empty, more, on] = form.exec(lang ?? '') ?? [];
	if (kind === undefined) return { ...(lang ? { lang } : {}), continued: false, continues: false };
	return {
		...(own && own !== 'und' ? { lang: own } : {}),
		...(kind === 'plain' ? {} : { kind }),
		...(index === undefined ? {} : { index: Number(index) }),
		...(columns === undefined ? {} : { columns: Number(columns) }),
		...(rows === undefined ? {} : { rows: Number(rows) }),
		...(empty ? { empty: readEmpty(empty) } : {}),
		continued: more !== undefined,
		continues: on !== undefined,
	};
}

function readEmpty(text: string): readonly EmptyCell[] {
	return [...text.matchAll(/e(\d+)c(\d+)r(\d+)/g)].map(([, place, columns, rows]) => ({
		place: Number(place),
		columns: Number(columns),
		rows: Number(rows),
	}));
}
