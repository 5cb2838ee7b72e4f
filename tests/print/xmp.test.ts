import { expect, test } from 'vitest';
import type { Element, Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { writeXmp, type XmpProperty, xmpDate } from '../../scripts/print/xmp.ts';

const dc = { prefix: 'dc', namespace: 'http://purl.org/dc/elements/1.1/' };
const own = { prefix: 'own', namespace: 'http://example.org/own#' };

function parse(properties: readonly XmpProperty[]) {
	const text = Buffer.from(writeXmp(properties)).toString('utf8');
	return { text, tree: fromXml(text) };
}

/** An element as `name {attributes} children`, without blanks between elements. */
function outline(node: Root | Element): unknown[] {
	return node.children.flatMap((child): unknown[] => {
		if (child.type === 'element') return [[child.name, child.attributes, ...outline(child)]];
		return child.type === 'text' && child.value.trim() !== '' ? [child.value] : [];
	});
}

test('a packet begins and ends as programs look for it, with room to be changed in', () => {
	const { text } = parse([{ ...dc, name: 'format', value: 'application/pdf' }]);
	expect(text).toMatch(/^<\?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"\?>\n/);
	expect(text).toMatch(/<\/x:xmpmeta>\n(?: {99}\n){20}<\?xpacket end="w"\?>$/);
});

test('values of every kind, each namespace declared once, in the order given', () => {
	const { tree } = parse([
		{ ...dc, name: 'title', value: { alt: { 'x-default': '安全 & <治理>', en: 'Safety' } } },
		{ ...dc, name: 'creator', value: { seq: ['甲', 'B'] } },
		{ ...dc, name: 'subject', value: { bag: ['x'] } },
		{ ...own, name: 'note', value: '' },
	]);
	const rdf = { 'xmlns:rdf': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#' };
	const about = { 'rdf:about': '', 'xmlns:dc': dc.namespace, 'xmlns:own': own.namespace };
	const li = (text: string, attributes = {}) => ['rdf:li', attributes, text];
	expect(outline(tree)).toEqual([
		[
			'x:xmpmeta',
			{ 'xmlns:x': 'adobe:ns:meta/' },
			[
				'rdf:RDF',
				rdf,
				[
					'rdf:Description',
					about,
					[
						'dc:title',
						{},
						[
							'rdf:Alt',
							{},
							li('安全 & <治理>', { 'xml:lang': 'x-default' }),
							li('Safety', { 'xml:lang': 'en' }),
						],
					],
					['dc:creator', {}, ['rdf:Seq', {}, li('甲'), li('B')]],
					['dc:subject', {}, ['rdf:Bag', {}, li('x')]],
					['own:note', {}],
				],
			],
		],
	]);
});

test('properties of a value declare their namespaces too', () => {
	const field = { prefix: 'inner', namespace: 'http://example.org/inner#', name: 'part', value: '1' };
	const { tree, text } = parse([{ ...own, name: 'schemas', value: { bag: [{ fields: [field] }] } }]);
	expect(text).toContain('xmlns:inner="http://example.org/inner#"');
	expect(JSON.stringify(outline(tree))).toContain(
		JSON.stringify(['rdf:Bag', {}, ['rdf:li', { 'rdf:parseType': 'Resource' }, ['inner:part', {}, '1']]]),
	);
});

test('a moment is written in UTC, to the second', () => {
	expect(xmpDate(new Date('2024-05-06T07:08:09.123+08:00'))).toBe('2024-05-05T23:08:09Z');
});
