import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { createRender, type Slots } from '../../scripts/compose/template.ts';
import type { TemplateData } from '../../scripts/compose/template-data.ts';
import { element, houseOf, inline, markup, text } from '../support/edition.ts';

function render(template: string, data: TemplateData, slots?: Slots, more = {}): Root {
	const house = houseOf({ 'page.liquid': template, ...more });
	return createRender(house, 'zh')('page', data, slots);
}

const hard = 'A <b>"x"</b> & \'y\' &amp;';

test('text is escaped, in content and in attributes', () => {
	const [section] = render('<section title="{{ t }}" id=\'{{ id }}\'><p>{{ t }}</p></section>', {
		t: hard,
		id: 'a<b',
	}).children;
	expect(section).toMatchObject({
		tagName: 'section',
		properties: { title: hard, id: 'a<b' },
		children: [{ tagName: 'p', children: [{ type: 'text', value: hard }] }],
	});
});

test('an Inline goes in and comes out as the same tree', () => {
	const title = inline('A &lt; <span lang="en">B &amp; C</span>');
	const tree = render('<section><h1>{{ title }}</h1></section>', { title });
	expect(markup(tree)).toBe(
		'<section class="unit" lang="zh"><h1>A &#x3C; <span lang="en">B &#x26; C</span></h1></section>',
	);
});

test('an Inline never becomes markup, whatever its text looks like', () => {
	const title = { lang: 'zh', text: '</h1><script>', html: '', children: [text('</h1><script>{{ x }}')] };
	expect(markup(render('<h1>{{ title }}</h1>', { title, x: 'y' }))).toBe(
		'<h1 class="unit" lang="zh">&#x3C;/h1>&#x3C;script>{{ x }}</h1>',
	);
});

test('an Inline can be used many times, asked for its language, and tested', () => {
	const titles = [inline('A', 'en'), inline('B', 'fr')];
	const template =
		'<ul>{% for t in titles %}<li lang="{{ t.lang }}">{{ t }}{{ t }}{% if none %}!{% endif %}</li>{% endfor %}</ul>';
	expect(markup(render(template, { titles, none: undefined }))).toBe(
		'<ul class="unit" lang="zh"><li lang="en">AA</li><li lang="fr">BB</li></ul>',
	);
});

test('the tree of an Inline is copied, so that units do not share nodes', () => {
	const title = inline('<em>a</em>');
	const tree = render('<h1>{{ title }}</h1>', { title });
	visit(tree, 'element', (node) => {
		node.properties.id = 'mine';
	});
	expect(title.children).toMatchObject([{ properties: {} }]);
});

test('places of the manuscript survive, those of the template do not', () => {
	const title = { lang: 'zh', text: 'x', html: 'x', children: [text('x', 7, 3)] };
	const places: [string, number | undefined][] = [];
	const tree = render('<section><p>own</p><p>{{ title }}</p></section>', { title });
	visit(tree, (node) => {
		if (node.type === 'text') places.push([node.value, node.position?.start.line]);
		else expect(node.position).toBeUndefined();
	});
	expect(places).toEqual([
		['own', undefined],
		['x', 7],
	]);
});

test('places in a slot survive too', () => {
	const body = [element('p', [text('x', 9)])];
	const tree = render('<div data-slot="body"></div>', {}, { body });
	const lines: unknown[] = [];
	visit(tree, 'text', (node) => {
		lines.push(node.position?.start.line);
	});
	expect(lines).toEqual([9]);
});

test('a slot is filled before what the template has in it, and leaves no trace', () => {
	const slots = { body: [element('p', [text('one')]), element('p', [text('two')])] };
	const template =
		'<section><div class="b" data-slot="body"><hr></div><div data-slot="none"></div></section>';
	expect(markup(render(template, {}, slots))).toBe(
		'<section class="unit" lang="zh"><div class="b"><p>one</p><p>two</p><hr></div><div></div></section>',
	);
});

test('line breaks between tags go, spaces that mean something stay', () => {
	const template = '<section>\n  <p>\n    {{ a }} {{ b }}\n  </p>\n\n  <p>x</p> <p>y</p>\n</section>\n';
	expect(markup(render(template, { a: inline('A'), b: inline('B') }))).toBe(
		'<section class="unit" lang="zh"><p>A B</p><p>x</p> <p>y</p></section>',
	);
});

test('a template may use another', () => {
	const more = { 'line.liquid': '<li>{{ entry.title }}</li>' };
	const template = '<ul>{% for e in list %}{% render "line.liquid", entry: e %}{% endfor %}</ul>';
	const list = [{ title: inline('A') }, { title: 'B' }];
	expect(markup(render(template, { list }, {}, more))).toBe(
		'<ul class="unit" lang="zh"><li>A</li><li>B</li></ul>',
	);
});

test('each root says its language and is a unit; what stands below is left alone', () => {
	expect(markup(render('<p class="a b">x</p><p><i>y</i></p>', {}))).toBe(
		'<p class="unit a b" lang="zh">x</p><p class="unit" lang="zh"><i>y</i></p>',
	);
});

test('a value of its own does not reach into objects', () => {
	expect(markup(render('<p>{{ t.constructor.name }}{{ t.mark.toString }}</p>', { t: 'x' }))).toBe(
		'<p class="unit" lang="zh"></p>',
	);
});

test('words of headings are kept whole', () => {
	expect(markup(render('<h1>{{ t }}</h1>', { t: '治理' }))).toContain('<span class="word">治理</span>');
});

test('a broken template and an unknown filter are named', () => {
	expect(() => render('<p>\n{% if %}', {})).toThrow(/page\.liquid.*line:2/s);
	expect(() => render('<p>{{ "a" | shout }}', {})).toThrow(/shout/);
	expect(() => createRender(houseOf({}), 'zh')('cover', {})).toThrow(/cover/);
});
