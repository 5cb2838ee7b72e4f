import { expect, test } from 'vitest';
import { removePageParts } from '../../scripts/package/page-parts.ts';
import { markup } from '../support/edition.ts';
import { section } from './section.ts';

test('what needs pages goes, neighbours included, and the rest stays', () => {
	const line = section(
		'<p class="pages-only">I</p><p><a class="toc-title" href="#a">A</a><span class="leader"></span><a class="page-ref" href="#a"></a> end</p>',
	);
	removePageParts(line);
	expect(markup(line.children)).toBe('<p><a class="toc-title" href="#a">A</a> end</p>');
});

test('a class that only begins with such a name stays', () => {
	const kept = section('<p class="leader-of-men page-references">A</p>');
	removePageParts(kept);
	expect(markup(kept.children)).toBe('<p class="leader-of-men page-references">A</p>');
});
