import { expect, test } from 'vitest';
import { fillShelf } from '../../scripts/fonts/index.ts';
import type { Resource } from '../../scripts/model/index.ts';
import { edition } from '../support/edition.ts';
import { ask, listen, page, previewEdition, startPreview, state } from './support.ts';

const face = '@font-face{font-family:"F";src:url(/fonts/f.ttf)}';

function shelf(font: string, images: Readonly<Record<string, Resource>> = {}) {
	const bytes = Buffer.from(font);
	const resources = new Map<string, Resource>([
		['/fonts/f.ttf', { type: 'font/ttf', read: () => bytes }],
		...Object.entries(images),
	]);
	return { ...fillShelf(edition({}), [], ''), css: `${face}\np{margin:0}`, resources };
}

function image(text: string): Resource {
	return { type: 'image/png', read: async () => Buffer.from(text) };
}

async function show(font: string) {
	const preview = await startPreview();
	const base = new URL(preview.url).pathname;
	preview.show(state([previewEdition([page(0)], { shelf: shelf(font) })]));
	const { editions } = await listen(preview).next();
	const name = editions[0]?.css;
	const css = await ask(preview.url, { path: `${base}styles/${name}` });
	return { preview, base, name, css };
}

test('faces have an address below the edition that changes with their bytes', async () => {
	const { preview, base, css } = await show('one');
	expect(css.headers).toMatchObject({ 'content-type': 'text/css; charset=utf-8' });
	expect(css.headers['cache-control']).toContain('immutable');
	expect(css.body).toContain('p{margin:0}');
	expect(css.body).toContain('.page{position:relative}');
	const address = /url\("([^"]+)"\)/.exec(css.body)?.[1] ?? '';
	expect(address).toMatch(`${base}files/en/fonts/f.ttf?v=`);
	const font = await ask(preview.url, { path: address });
	expect(font).toMatchObject({ status: 200, body: 'one' });
	expect(font.headers).toMatchObject({ 'content-type': 'font/ttf' });
	expect(font.headers['cache-control']).toContain('immutable');
	const other = await show('two');
	expect(/v=[^"]+/.exec(other.css.body)?.[0]).not.toBe(/v=[^"]+/.exec(css.body)?.[0]);
});

test('an image that changes on disk gets another version, its page stays', async () => {
	const preview = await startPreview();
	const base = new URL(preview.url).pathname;
	const made = (text: string) =>
		state([previewEdition([page(0)], { shelf: shelf('f', { '/images/两 个.png': image(text) }) })]);
	preview.show(made('a'));
	await new Promise((done) => setTimeout(done, 20));
	const events = listen(preview);
	const { editions } = await events.next();
	const first = editions[0]?.images?.['/images/两 个.png'];
	expect(first).toMatch(/^.{16}$/);
	const path = `${base}files/en/images/${encodeURIComponent('两 个.png')}`;
	expect(await ask(preview.url, { path: `${path}?v=${first}` })).toMatchObject({ status: 200, body: 'a' });
	preview.show(made('b'));
	expect((await events.next()).editions).toEqual([]);
	const change = await events.next();
	expect(change.editions[0]).toEqual({ id: 'en', images: { '/images/两 个.png': expect.any(String) } });
	expect(change.editions[0]?.images?.['/images/两 个.png']).not.toBe(first);
	expect((await ask(preview.url, { path })).headers['cache-control']).toBe('no-store');
});

test('an image that is gone is not there, and harms nobody', async () => {
	const preview = await startPreview();
	const gone: Resource = { type: 'image/png', read: () => Promise.reject(new Error('ENOENT')) };
	preview.show(state([previewEdition([page(0)], { shelf: shelf('f', { '/a.png': gone }) })]));
	const path = `${new URL(preview.url).pathname}files/en/a.png`;
	expect((await ask(preview.url, { path })).status).toBe(404);
	expect((await ask(preview.url)).status).toBe(200);
});
