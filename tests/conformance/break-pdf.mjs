import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream, PDFString } from '@cantoo/pdf-lib';

/** @typedef {(pdf: PDFDocument) => void} Break */

/**
 * Ways to break a file that conforms, each with the rules that veraPDF must then refuse it by, and no others: the
 * clause of the standard and the number of the test.
 * @type {Readonly<Record<'ua1' | '3a', readonly (readonly [how: string, rules: readonly string[], Break])[]>>}
 */
export const breaks = {
	ua1: [
		['metadata without a title', ['7.1-9'], (pdf) => editMetadata(pdf, /<dc:title>.*?<\/dc:title>/s)],
		[
			'metadata that say nothing of PDF/UA',
			['5-1'],
			(pdf) => editMetadata(pdf, /<pdfuaid:part>1<\/pdfuaid:part>/),
		],
		['a window that shows the name of the file', ['7.1-10'], (pdf) => drop(pdf.catalog, 'ViewerPreferences')],
		['a picture without alternative text', ['7.3-1'], (pdf) => drop(first(pdf, isElement('Figure')), 'Alt')],
		[
			'a role that is mapped to none',
			['7.1-5'],
			(pdf) => first(pdf, isElement('P')).set(PDFName.of('S'), PDFName.of('Paragraph')),
		],
		['content that is neither tagged nor an artifact', ['7.1-3'], paintUntagged],
		[
			'a link that says nothing of its goal',
			['7.18.1-2', '7.18.5-2'],
			(pdf) => drop(first(pdf, isLink), 'Contents'),
		],
		[
			'a page with links in no order',
			['7.18.3-1'],
			(pdf) =>
				drop(
					first(pdf, (dict) => dict.has(PDFName.of('Annots'))),
					'Tabs',
				),
		],
	],
	'3a': [
		[
			'a file that is not marked as tagged',
			['6.7.2.2-1'],
			(pdf) => pdf.catalog.set(PDFName.of('MarkInfo'), pdf.context.obj({ Marked: false })),
		],
		['colours that mean nothing', ['6.2.10-2', '6.2.4.3-2'], (pdf) => drop(pdf.catalog, 'OutputIntents')],
		[
			'metadata that say nothing of PDF/A',
			['6.6.4-2'],
			(pdf) => editMetadata(pdf, /<pdfaid:part>3<\/pdfaid:part>/),
		],
		[
			'a property of no known schema',
			['6.6.2.3.1-1', '6.6.2.3.1-2'],
			(pdf) => editMetadata(pdf, /<pdfaExtension:schemas>.*<\/pdfaExtension:schemas>/s),
		],
		[
			'an attachment that is nothing to the file',
			['6.8-3'],
			(pdf) => drop(first(pdf, isType('Filespec')), 'AFRelationship'),
		],
		[
			'a script',
			['6.5.1-1'],
			(pdf) =>
				pdf.catalog.set(
					PDFName.of('OpenAction'),
					pdf.context.obj({ S: 'JavaScript', JS: PDFString.of('1') }),
				),
		],
	],
};

/**
 * @param {Uint8Array} bytes
 * @param {Break} change
 */
export async function breakPdf(bytes, change) {
	const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
	change(pdf);
	return await pdf.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false });
}

/** @param {PDFDocument} pdf @param {(dict: PDFDict) => boolean} matches */
function first(pdf, matches) {
	for (const [, object] of pdf.context.enumerateIndirectObjects()) {
		if (object instanceof PDFDict && matches(object)) return object;
	}
	throw new Error('The file has nothing that could be broken so.');
}

/** @param {string} type */
function isType(type) {
	return (/** @type {PDFDict} */ dict) => dict.get(PDFName.of('Type')) === PDFName.of(type);
}

/** @param {string} role */
function isElement(role) {
	return (/** @type {PDFDict} */ dict) =>
		dict.get(PDFName.of('S')) === PDFName.of(role) && dict.has(PDFName.of('K'));
}

/** @param {PDFDict} dict */
function isLink(dict) {
	return dict.get(PDFName.of('Subtype')) === PDFName.of('Link');
}

/** @param {PDFDict} dict @param {string} key */
function drop(dict, key) {
	if (!dict.delete(PDFName.of(key))) throw new Error(`There is no ${key} to drop.`);
}

/** @param {PDFDocument} pdf @param {RegExp} pattern what is taken out */
function editMetadata({ catalog, context }, pattern) {
	const ref = catalog.get(PDFName.of('Metadata'));
	const stream = context.lookup(ref);
	if (!(stream instanceof PDFRawStream)) throw new Error('There is no metadata.');
	const text = Buffer.from(stream.contents).toString();
	if (!pattern.test(text)) throw new Error(`The metadata do not hold ${pattern}.`);
	context.assign(ref, PDFRawStream.of(stream.dict, Buffer.from(text.replace(pattern, ''))));
}

/** @param {PDFDocument} pdf */
function paintUntagged(pdf) {
	const page = pdf.getPage(0).node;
	const contents = page.lookup(PDFName.of('Contents'), PDFArray);
	contents.push(pdf.context.register(pdf.context.stream('0 0 9 9 re f\n')));
}
