import { expect, test } from 'vitest';
import type { Asset } from '../../scripts/model/index.ts';
import { markPieces, short, version } from './support.ts';

const labels = {
	en: { 'deleted-image': 'Deleted: {description}', 'inserted-image': 'Inserted: {description}' },
};

function asset(path: string): Asset {
	return {
		path,
		mediaType: 'image/png',
		width: 10,
		height: 10,
		stamp: '',
		read: async () => new Uint8Array(),
	};
}

function figure(image: string): string {
	return `<figure>${image}<figcaption>Figure one</figcaption></figure>`;
}

test('an image that took the place of another stands behind it', () => {
	const [before, now] = ['a', 'b'].map((name) =>
		version(figure(`<img src="${name}.png" alt="Map ${name}">`)),
	);
	if (!before || !now) throw new Error();
	expect(short(markPieces(before, now, { labels }).body)).toBe(
		figure(
			'<img src="a.png" alt="Deleted: Map a" class="change deleted"><img src="b.png" alt="Inserted: Map b" class="change inserted">',
		),
	);
});

test('an image whose file is another now is shown as it was, from a path of its own', () => {
	const one = version(figure('<img src="a.png" alt="A">'));
	const again = version(figure('<img src="a.png" alt="A">'));
	expect(markPieces(one, again)).toBe(again);
	const images = new Map([['a.png', asset('before/a.png')]]);
	const html = short(markPieces(one, again, { images }).body);
	expect(html).toContain('<img src="before/a.png" alt="A" class="change deleted">');
	expect(html).toContain('<img src="a.png" alt="A" class="change inserted">');
});

test('a drawing that is gone has ids of its own, and its parts still find each other', () => {
	const drawing = (color: string) =>
		`<svg role="img" aria-label="D"><g id="g1"><path fill="url(#g1)" stroke="${color}"></path><use href="#g1"></use></g></svg>`;
	const marked = short(markPieces(version(figure(drawing('#111'))), version(figure(drawing('#222')))).body);
	expect(marked).toContain('<g id="en-a-deleted-1-g1"><path fill="url(#en-a-deleted-1-g1)" stroke="#111">');
	expect(marked).toContain('<use href="#en-a-deleted-1-g1">');
	expect(marked).toContain('<g id="g1"><path fill="url(#g1)" stroke="#222">');
	// The same drawing under other ids is the same.
	const moved = version(figure(drawing('#111').replaceAll('g1', 'g2')));
	expect(markPieces(version(figure(drawing('#111'))), moved)).toBe(moved);
});

test('a formula is one thing', () => {
	const formula = (name: string) => `<p>So <math><mi>${name}</mi></math> holds.</p>`;
	expect(short(markPieces(version(formula('x')), version(formula('y'))).body)).toBe(
		'<p>So <math class="change deleted"><mi>x</mi></math><math class="change inserted"><mi>y</mi></math> holds.</p>',
	);
});
