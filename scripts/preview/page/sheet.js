// @ts-check

/**
 * A finished page as HTML, as it is printed.
 * @param {import('./messages.d.ts').PageEntry} page
 * @param {import('./messages.d.ts').PageContent} content
 * @param {readonly string[]} heads running heads of the edition
 * @returns {string}
 */
export function sheet(page, content, heads) {
	const names = ['page', page.side, page.kind ? `${page.kind}-page` : 'blank-page'].join(' ');
	const head = page.head === undefined ? '' : furniture('running-head', heads[page.head] ?? '');
	const notes = content.notes ? `<div class="notes">${content.notes}</div>` : '';
	const block = page.unit
		? `<div class="text-block"><div class="flow">${content.body}</div>${notes}</div>`
		: '';
	const folio = page.folio ? furniture('folio', page.label) : '';
	return `<section class="${names}" lang="${page.lang}">${head}${block}${folio}</section>`;
}

/**
 * Running heads and folios repeat on every page: no screen reader should read them out.
 * @param {string} name
 * @param {string} html
 */
function furniture(name, html) {
	return `<div class="${name} sans" aria-hidden="true"><span>${html}</span></div>`;
}

/**
 * The sizes that the style sheet of the pages asks for.
 * @param {import('../../model/index.ts').Geometry} geometry
 * @returns {string} CSS
 */
export function sizes({ page, block }) {
	const sizes = {
		'page-width': page.width,
		'page-height': page.height,
		'recto-left': Math.round(block.inner),
		'verso-left': Math.round(page.width - block.inner - block.width),
		'block-top': block.top,
		'block-width': block.width,
		'block-height': block.height,
	};
	const properties = Object.entries(sizes).map(([name, value]) => `--${name}:${value}px`);
	return `:root{${properties.join(';')}}`;
}
