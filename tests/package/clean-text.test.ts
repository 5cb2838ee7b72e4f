import { expect, test } from 'vitest';
import { cleanText, withoutSoftHyphens } from '../../scripts/package/clean-text.ts';
import { element, markup } from '../support/edition.ts';
import { section } from './section.ts';

test('soft hyphens go from text and attributes at every depth; real hyphens and spaces stay', () => {
	const text = section('<p title="hy\u00adphen">co\u00ad<b>op\u00aderate</b> well-known\u00a0one</p>');
	cleanText(text);
	expect(markup(text.children)).toBe('<p title="hyphen">co<b>operate</b> well-known\u00a0one</p>');
});

test('comments go, even several in a row, for XML forbids what may stand in them', () => {
	const commented = element('section', [
		{ type: 'comment', value: ' a -- b ' },
		{ type: 'comment', value: 'c' },
		element('p'),
	]);
	cleanText(commented);
	expect(markup([commented])).toBe('<section><p></p></section>');
});

test('a text of soft hyphens alone becomes empty', () => {
	expect(withoutSoftHyphens('\u00ad\u00ad')).toBe('');
});
