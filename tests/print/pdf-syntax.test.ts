import { PDFContext, PDFHexString, PDFName, PDFNumber, PDFRef, PDFString } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import {
	writeEntries,
	writeName,
	writeNumber,
	writeObject,
	writeString,
} from '../../scripts/print/pdf-syntax.ts';

const context = PDFContext.create();
const replace = { ref: (ref: PDFRef) => `<ref ${ref.objectNumber}>` };

test('every kind of object, and one in another', () => {
	const object = context.obj({
		A: [1, 0.5, true, null],
		B: { C: 'Name' },
		D: PDFRef.of(7),
		E: PDFString.of('a(b)'),
	});
	expect(writeObject(object, replace)).toBe(
		'<</A [1 0.5 true null] /B <</C /Name>> /D <ref 7> /E <61286229>>>',
	);
});

test('strings are in hex, whichever way they stood', () => {
	expect(writeObject(PDFString.of('\\101\\n'), replace)).toBe('<410a>');
	expect(writeObject(PDFHexString.of('FEFF4EBA'), replace)).toBe('<feff4eba>');
	expect(writeString(Buffer.from('@;'))).toBe('<403b>');
});

test('a string that another object is known by is replaced', () => {
	const string = (bytes: Uint8Array) => (Buffer.from(bytes).toString() === 'node1' ? '@n0;' : undefined);
	const object = context.obj([PDFString.of('node1'), PDFString.of('node2')]);
	expect(writeObject(object, { ...replace, string })).toBe('[@n0; <6e6f646532>]');
});

test('a name never looks like a hole, and stays one name', () => {
	expect(writeName(PDFName.of('a@o1;'))).toBe('/a#40o1;');
	expect(writeName(PDFName.of('a b/c'))).toBe('/a#20b#2Fc');
});

test.each([
	[0, '0'],
	[-0, '0'],
	[12, '12'],
	[0.1 + 0.2, '0.3'],
	[-102.37499, '-102.37499'],
	[594.95996, '594.95996'],
	[0.000123456789, '0.000123456789'],
	[0.0000004, '0'],
	[-0.0000006, '-0.000001'],
	[123456.7891, '123456.789'],
])('the number %d is %s', (value, text) => {
	expect(writeNumber(value)).toBe(text);
	expect(writeObject(PDFNumber.of(value), replace)).toBe(text);
});

test('entries can be left out by name', () => {
	const dict = context.obj({ Length: 3, Filter: 'FlateDecode' });
	expect(writeEntries(dict, replace, new Set(['/Length']))).toBe('/Filter /FlateDecode');
	expect(writeEntries(dict, replace, new Set(['/Length', '/Filter']))).toBe('');
});

test('a stream cannot stand inside another object', () => {
	expect(() => writeObject(context.flateStream('x'), replace)).toThrow('cannot stand inside');
});
