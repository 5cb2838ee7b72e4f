const reference = /(<a\b[^>]*\bclass="page-ref"[^>]*>)[^<]*(?=<\/a>)/g;
const address = /\bhref="#([^"]*)"/;

/** Writes folios into the finished HTML of a page: `<a class="page-ref" href="#ID">` gets the label of ID's page. */
export function fillPageRefs(html: string, labelOf: (id: string) => string): string {
	if (!html.includes('page-ref')) return html;
	return html.replace(reference, (_all, tag: string) => {
		const id = decodeURIComponent(address.exec(tag)?.[1] ?? '');
		return tag + labelOf(id);
	});
}
