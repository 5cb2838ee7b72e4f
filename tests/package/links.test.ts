import { expect, test } from 'vitest';
import { idsOf, leadLinks } from '../../scripts/package/links.ts';
import { markup } from '../support/edition.ts';
import { section } from './section.ts';

const index = new Map([
	['here', 'a.xhtml'],
	['there', 'b.xhtml'],
	['twice', 'b.xhtml'],
	['价值', 'b.xhtml'],
]);

function led(html: string): string {
	const tree = section(html);
	leadLinks(tree, 'a.xhtml', idsOf(tree), index);
	return markup(tree.children);
}

test('a link to another file names it', () => {
	expect(led('<a href="#there">T</a>')).toBe('<a href="b.xhtml#there">T</a>');
});

test('a link within the file stays, also where another file has the same id', () => {
	expect(led('<p id="twice"><a href="#twice">T</a></p>')).toBe('<p id="twice"><a href="#twice">T</a></p>');
});

test('a link to what no file holds becomes its text, with all that follows led too', () => {
	expect(led('<a href="#gone">A <b>b</b></a><a href="#gone"></a><a href="#there">T</a>')).toBe(
		'A <b>b</b><a href="b.xhtml#there">T</a>',
	);
});

test('a target written with percent signs is found; a broken one is no fault', () => {
	expect(led('<a href="#%E4%BB%B7%E5%80%BC">T</a><a href="#100%">U</a>')).toBe(
		'<a href="b.xhtml#价值">T</a>U',
	);
});

test('links out of the book and references of drawings stay', () => {
	const html = '<a href="https://example.org/#x">W</a><svg><use href="#gone"></use></svg>';
	expect(led(html)).toBe(html);
});
