import { expect, test } from 'vitest';
import { svgSize } from '../../scripts/load/svg-size.ts';

const svg = (attributes: string) =>
	`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}><path d="M0 0"/></svg>`;

test.each([
	['width="300" height="200"', 300, 200],
	['width="1in" height="2.54cm"', 96, 96],
	['width="25.4mm" height="72pt"', 96, 96],
	['width="6pc" height="40Q"', 96, 37.795],
	['width="10em" height="50%" viewBox="0 0 30 20"', 30, 20],
	['width="100%" viewBox="-5,-5, 30.5 20"', 30.5, 20],
	['width="90" viewBox="0 0 30 20"', 90, 60],
	['height="40px" viewBox="0 0 30 20"', 60, 40],
	['width="0" height="-3" viewBox="0 0 30 20"', 30, 20],
	["width='1e2' height='.5e2'", 100, 50],
])('%s', (attributes, width, height) => {
	expect(svgSize(svg(attributes))).toEqual({ width, height });
});

test('the root is found behind declaration, doctype and comments that look like one', () => {
	const head = '<?xml version="1.0"?>\n<!-- <svg width="1" height="1"> -->\n<!DOCTYPE svg>\n';
	expect(svgSize(head + svg('width="30" height="20"'))).toEqual({ width: 30, height: 20 });
	const prefixed = '<s:svg xmlns:s="http://www.w3.org/2000/svg" width="3" height="2"/>';
	expect(svgSize(prefixed)).toEqual({ width: 3, height: 2 });
});

test.each([
	[svg(''), 'it is an SVG without width and height or viewBox'],
	[svg('width="5" viewBox="0 0 0 0"'), 'it is an SVG without width and height or viewBox'],
	['<html><svg width="1" height="1"/></html>', 'it is XML, but no SVG'],
	['<svg width="1" height="1"><p></svg>', expect.stringMatching(/^it is an SVG that is not well-formed: ./)],
	['<svg'.repeat(5000), expect.stringMatching(/^it is an SVG that is not well-formed/)],
])('%.40s cannot be used', (text, reason) => {
	expect(svgSize(text)).toEqual(reason);
});
