import type { Element, ElementContent, Root } from 'xast';
import { toXml } from 'xast-util-to-xml';

/** A property of a document as XMP holds it (ISO 16684-1, 6.3). */
export interface XmpProperty {
	/** Address of the namespace and the prefix that stands for it. */
	readonly namespace: string;
	readonly prefix: string;
	readonly name: string;
	readonly value: XmpValue;
}

/** A text, texts by language (`x-default` first), a list with or without an order, or properties of its own. */
export type XmpValue =
	| string
	| { readonly alt: Readonly<Record<string, string>> }
	| { readonly seq: readonly XmpValue[] }
	| { readonly bag: readonly XmpValue[] }
	| { readonly fields: readonly XmpProperty[] };

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
/** ISO 16684-1, 7.3.2: the same for every packet. */
const packetId = 'W5M0MpCehiHzreSzNTczkc9d';

/** Room for programs that change a packet in place (7.3.2 asks for some; 2 kB is what it recommends). */
const padding = `${' '.repeat(99)}\n`.repeat(20);

/** A packet of metadata in UTF-8 (ISO 16684-1, 7): the properties in the order given, in one description. */
export function writeXmp(properties: readonly XmpProperty[]): Uint8Array {
	const prefixes = new Map<string, string>();
	for (const property of properties) notePrefixes(property, prefixes);
	const declared = [...prefixes].map(([prefix, uri]) => [`xmlns:${prefix}`, uri] as const);
	const description = element('rdf:Description', properties.map(toElement), {
		'rdf:about': '',
		...Object.fromEntries(declared),
	});
	const tree: Root = {
		type: 'root',
		children: [
			instruction(`begin="\ufeff" id="${packetId}"`),
			line,
			element('x:xmpmeta', [element('rdf:RDF', [description], { 'xmlns:rdf': rdf })], {
				'xmlns:x': 'adobe:ns:meta/',
			}),
			line,
			{ type: 'text', value: padding },
			instruction('end="w"'),
		],
	};
	return Buffer.from(toXml(tree));
}

/** The dictionary of the stream that a packet stands in, apart from its length; never packed, so that any program finds it. */
export const xmpEntries = '/Type /Metadata /Subtype /XML';

/** A moment as XMP writes it, to the second and in UTC. */
export function xmpDate(moment: Date): string {
	return `${moment.toISOString().slice(0, 19)}Z`;
}

const line = { type: 'text', value: '\n' } as const;

function instruction(value: string): Root['children'][number] {
	return { type: 'instruction', name: 'xpacket', value };
}

function notePrefixes({ prefix, namespace, value }: XmpProperty, prefixes: Map<string, string>): void {
	prefixes.set(prefix, namespace);
	for (const field of fieldsOf(value)) notePrefixes(field, prefixes);
}

function fieldsOf(value: XmpValue): readonly XmpProperty[] {
	if (typeof value === 'string' || 'alt' in value) return [];
	if ('fields' in value) return value.fields;
	return ('seq' in value ? value.seq : value.bag).flatMap(fieldsOf);
}

function toElement({ prefix, name, value }: XmpProperty): Element {
	return withValue(`${prefix}:${name}`, value);
}

function withValue(name: string, value: XmpValue, attributes: Record<string, string> = {}): Element {
	if (typeof value === 'string')
		return element(name, value === '' ? [] : [{ type: 'text', value }], attributes);
	if ('fields' in value)
		return element(name, value.fields.map(toElement), { ...attributes, 'rdf:parseType': 'Resource' });
	return element(name, [listOf(value)], attributes);
}

function listOf(value: Exclude<XmpValue, string | { readonly fields: unknown }>): Element {
	if ('alt' in value) {
		const items = Object.entries(value.alt).map(([lang, text]) =>
			withValue('rdf:li', text, { 'xml:lang': lang }),
		);
		return element('rdf:Alt', items);
	}
	const [name, items] =
		'seq' in value ? (['rdf:Seq', value.seq] as const) : (['rdf:Bag', value.bag] as const);
	return element(
		name,
		items.map((item) => withValue('rdf:li', item)),
	);
}

function element(
	name: string,
	children: readonly ElementContent[],
	attributes: Record<string, string> = {},
): Element {
	return { type: 'element', name, attributes, children: [...children] };
}
