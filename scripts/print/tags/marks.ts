/**
 * What the printing tab writes behind the language of an element, as a private use subtag (RFC 5646, 2.2.7), because
 * the browser hands languages on to the PDF and little else: `zh-x-image-n3`, `en-x-plain-more-on`.
 */
export interface Mark {
	readonly lang?: string;
	/** What the element is, where its own tag does not say so. */
	readonly kind?: string;
	/** Number of the picture or formula whose details come apart, or the place of a cell in its row. */
	readonly index?: number;
	/** Columns and rows that a cell reaches over, where they are several. */
	readonly columns?: number;
	readonly rows?: number;
	/** It began on a page before. */
	readonly continued: boolean;
	/** It goes on overleaf. */
	readonly continues: boolean;
}

const form = /^(.*?)-x-([a-z]+)(?:-n(\d+))?(?:-c(\d+))?(?:-r(\d+))?(-more)?(-on)?(?:-in)*$/;

/** Reads a language as the browser hands it on. */
export function readMark(lang: string | undefined): Mark {
	const [, own, kind, index, columns, rows, more, on] = form.exec(lang ?? '') ?? [];
	if (kind === undefined) return { ...(lang ? { lang } : {}), continued: false, continues: false };
	return {
		...(own && own !== 'und' ? { lang: own } : {}),
		...(kind === 'plain' ? {} : { kind }),
		...(index === undefined ? {} : { index: Number(index) }),
		...(columns === undefined ? {} : { columns: Number(columns) }),
		...(rows === undefined ? {} : { rows: Number(rows) }),
		continued: more !== undefined,
		continues: on !== undefined,
	};
}
