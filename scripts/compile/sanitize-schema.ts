import type { Options as Schema } from 'rehype-sanitize';

const INLINE = [
	...['a', 'abbr', 'b', 'br', 'cite', 'code', 'del', 'dfn', 'em', 'i', 'img', 'ins', 'kbd', 'mark', 'q'],
	...['rp', 'rt', 'ruby', 's', 'samp', 'small', 'span', 'strong', 'sub', 'sup', 'time', 'u', 'var', 'wbr'],
];

const BLOCKS = [
	...['blockquote', 'dd', 'div', 'dl', 'dt', 'figcaption', 'figure', 'hr', 'li', 'ol', 'p', 'pre', 'section'],
	...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul'],
	...['caption', 'col', 'colgroup', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr'],
	// Only as the box of a task; it becomes text.
	'input',
];

const CELL: NonNullable<Schema['attributes']>[string] = [
	['colSpan', /^[1-9]\d{0,2}$/],
	['rowSpan', /^[1-9]\d{0,2}$/],
	['align', 'left', 'right', 'center'],
];

/** What the HTML of a manuscript may hold: GFM and a little more; no style, no script, no form. */
export const schema: Schema = {
	tagNames: [...INLINE, ...BLOCKS],
	attributes: {
		'*': ['id', 'lang', 'title', ['dir', 'ltr', 'rtl', 'auto']],
		a: ['href'],
		code: [['className', /^language-./]],
		col: [['span', /^[1-9]\d{0,2}$/]],
		colgroup: [['span', /^[1-9]\d{0,2}$/]],
		div: ['className'],
		// The width is looked at where the image is found.
		img: ['src', 'alt', 'width'],
		input: [['type', 'checkbox'], 'checked', 'disabled'],
		li: [
			['className', 'task-list-item'],
			['value', /^-?\d{1,6}$/],
		],
		ol: [
			['className', 'contains-task-list'],
			['start', /^-?\d{1,6}$/],
			['reversed', true],
			['type', '1', 'a', 'A', 'i', 'I'],
		],
		p: ['className'],
		section: ['className'],
		span: ['className'],
		sup: ['dataNote'],
		td: CELL,
		th: [...CELL, ['scope', 'col', 'row', 'colgroup', 'rowgroup']],
		time: ['dateTime'],
		ul: [['className', 'contains-task-list']],
	},
	ancestors: {
		caption: ['table'],
		col: ['table'],
		colgroup: ['table'],
		dd: ['dl'],
		dt: ['dl'],
		figcaption: ['figure'],
		li: ['ol', 'ul'],
		rp: ['ruby'],
		rt: ['ruby'],
		tbody: ['table'],
		td: ['table'],
		tfoot: ['table'],
		th: ['table'],
		thead: ['table'],
		tr: ['table'],
	},
	protocols: { href: ['http', 'https', 'mailto', 'tel'] },
	// Ids get the piece's own prefix later.
	clobber: [],
	required: {},
	// What readers never see as text. Of all others the content stays: a tag left open must not swallow the rest.
	strip: ['script', 'style', 'template', 'iframe', 'noembed', 'noframes', 'svg', 'math'],
	allowComments: false,
	allowDoctypes: false,
};
