import { expect, test } from 'vitest';
import { fromXml } from 'xast-util-from-xml';
import { toXhtml } from '../../scripts/package/to-xhtml.ts';
import { element, text } from '../support/edition.ts';
import { contentOf } from './section.ts';

test('empty elements are closed and special characters escaped', () => {
	expect(toXhtml([text('a < b & c'), ...contentOf('<br><img alt="&quot;x&quot; &amp;">')])).toBe(
		'a &#x3C; b &#x26; c<br /><img alt="&#x22;x&#x22; &#x26;" />',
	);
});

test('a drawing has its name space, its attributes their own case', () => {
	const drawing = toXhtml(
		contentOf('<svg viewBox="0 0 1 1"><linearGradient gradientUnits="userSpaceOnUse"/></svg>'),
	);
	expect(drawing).toBe(
		'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><linearGradient gradientUnits="userSpaceOnUse" /></svg>',
	);
});

test('a formula has its name space', () => {
	const formula = toXhtml([element('math', [element('mi', [text('x')])])]);
	expect(formula).toBe('<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi></math>');
});

test('what reads well as HTML only is well-formed XML', () => {
	const html = '<ol reversed start="3"><li value="2">A<hr></li></ol><td>&nbsp;&copy;</td>';
	expect(() => fromXml(`<body>${toXhtml(contentOf(html))}</body>`)).not.toThrow();
});
