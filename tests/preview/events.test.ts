import { expect, test } from 'vitest';
import type { Message } from '../../scripts/preview/page/messages.d.ts';
import { ask, listen, page, previewEdition, startPreview, state } from './support.ts';

function changeIn(message: Message) {
	if (message.kind !== 'change') throw new Error(`A change was awaited: ${JSON.stringify(message)}`);
	return message;
}

test('who comes gets everything, at first nothing but that it is being made', async () => {
	const preview = await startPreview();
	expect(await listen(preview).next()).toEqual({
		kind: 'whole',
		editions: [],
		condition: { findings: [], faulty: false, building: true, time: 0 },
	});
	preview.show(state([previewEdition([page(0), page(1)])]));
	const message = await listen(preview).next();
	expect(message.kind).toBe('whole');
	expect(message.editions[0]).toMatchObject({ id: 'en', title: 'Report', heads: [], folios: {} });
	expect(message.editions[0]?.pages).toEqual([
		expect.objectContaining({ label: '1', side: 'recto', kind: 'piece', unit: 'one', folio: true }),
		expect.objectContaining({ label: '2', side: 'verso' }),
	]);
});

test('an edit brings the changed page alone, with what stands on it', async () => {
	const preview = await startPreview();
	const pages = Array.from({ length: 40 }, (_, index) => page(index));
	preview.show(state([previewEdition(pages)]));
	const events = listen(preview);
	await events.next();
	const edited = pages.with(20, page(20, { body: '<p>New & better</p>', notes: '<div>Note</div>' }));
	preview.show(state([previewEdition(edited)], { time: 61 }));
	const { editions, fresh, condition } = changeIn(await events.next());
	expect(editions).toEqual([
		{ id: 'en', pages: { start: 20, removed: 1, added: [expect.objectContaining({ label: '21' })] } },
	]);
	expect(Object.values(fresh)).toEqual([{ body: '<p>New & better</p>', notes: '<div>Note</div>' }]);
	expect(condition).toMatchObject({ time: 61, faulty: false });
});

test('a page more moves the others, whose text is not sent again', async () => {
	const preview = await startPreview();
	const bodies = Array.from({ length: 40 }, (_, index) => `<p>${index}</p>`);
	const laid = (list: readonly string[]) => [
		previewEdition(list.map((body, index) => page(index, { body }))),
	];
	preview.show(state(laid(bodies)));
	const events = listen(preview);
	await events.next();
	preview.show(state(laid(bodies.toSpliced(5, 0, '<p>new</p>'))));
	const { editions, fresh } = changeIn(await events.next());
	expect(editions[0]?.pages).toMatchObject({ start: 5, removed: 35 });
	expect(editions[0]?.pages?.added).toHaveLength(36);
	expect(Object.values(fresh).map(({ body }) => body)).toEqual(['<p>new</p>']);
});

test('a build that begins, and errors, change no page', async () => {
	const preview = await startPreview('vscode://file{path}:{line}:{column}');
	const editions = [previewEdition([page(0)])];
	preview.show(state(editions));
	const events = listen(preview);
	await events.next();
	preview.show(state(editions, { building: true }));
	expect(changeIn(await events.next())).toMatchObject({
		editions: [],
		fresh: {},
		condition: { building: true },
	});
	const found = {
		file: 'a b.md',
		line: 3,
		column: 2,
		severity: 'error',
		rule: 'link-broken',
		message: 'Gone',
	} as const;
	preview.show(state(editions, { faulty: true, diagnostics: [found] }));
	expect(changeIn(await events.next())).toMatchObject({
		editions: [],
		condition: { faulty: true, findings: [{ ...found, link: 'vscode://file/books/report/a%20b.md:3:2' }] },
	});
});

test('many new pages are not pushed but asked for, in batches and for ever', async () => {
	const preview = await startPreview();
	preview.show(state([previewEdition([page(0)])]));
	const events = listen(preview);
	await events.next();
	const pages = Array.from({ length: 200 }, (_, index) => page(index));
	preview.show(state([previewEdition(pages)]));
	const { editions, fresh } = changeIn(await events.next());
	expect(Object.keys(fresh).length).toBeLessThan(20);
	const hashes = editions[0]?.pages?.added.slice(100, 110).map(({ hash }) => hash) ?? [];
	const base = new URL(preview.url).pathname;
	const answer = await ask(preview.url, { path: `${base}pages/${hashes.join(',')}` });
	expect(answer.headers['cache-control']).toContain('immutable');
	const got = JSON.parse(answer.body) as Record<string, { body: string }>;
	expect(hashes.map((hash) => got[hash]?.body)).toEqual(pages.slice(101, 111).map(({ body }) => body));
	const partly = await ask(preview.url, { path: `${base}pages/${hashes[0]},nothing` });
	expect(Object.keys(JSON.parse(partly.body))).toEqual([hashes[0]]);
	expect(partly.headers['cache-control']).toBe('no-store');
	const flood = `${base}pages/${Array(200).fill('x').join(',')}`;
	expect((await ask(preview.url, { path: flood })).status).toBe(400);
});

test('pages of the build before can still be had, those of earlier ones not', async () => {
	const preview = await startPreview();
	const shown = (body: string) => state([previewEdition([page(0, { body })])]);
	preview.show(shown('<p>a</p>'));
	const first = (await listen(preview).next()).editions[0];
	const hash = first && 'pages' in first && Array.isArray(first.pages) ? first.pages[0]?.hash : '';
	const path = `${new URL(preview.url).pathname}pages/${hash}`;
	preview.show(shown('<p>b</p>'));
	expect((await ask(preview.url, { path })).body).toContain('<p>a</p>');
	preview.show(shown('<p>c</p>'));
	expect((await ask(preview.url, { path })).body).toBe('{}');
});

test('another set of editions is sent whole', async () => {
	const preview = await startPreview();
	preview.show(state([previewEdition([page(0)])]));
	const events = listen(preview);
	await events.next();
	preview.show(state([previewEdition([page(0)]), previewEdition([page(0)], { id: 'zh', lang: 'zh' })]));
	const message = await events.next();
	expect(message.kind).toBe('whole');
	expect(message.editions.map(({ id }) => id)).toEqual(['en', 'zh']);
});

test('contents, folios and running heads come with their pages', async () => {
	const preview = await startPreview();
	const head = { runningHead: 'A &amp; B' };
	const pages = [
		page(0, {
			body: '<a class="page-ref" href="#p2"></a><a href="#p1" class="page-ref x"></a><a class="page-ref" href="#gone"></a>',
		}),
		page(1, head),
		page(2, { ...head, label: 'x' }),
	];
	const title = { lang: 'en', text: 'Two', html: 'Two', children: [] };
	const other = { id: 'p2', unit: 'one', title: { ...title, lang: 'zh', text: '二' } };
	const toc = [
		{ id: 'p2', unit: 'one', title, other, children: [{ id: 'gone', unit: 'one', title, children: [] }] },
	];
	preview.show(state([previewEdition(pages, { toc })]));
	const { editions } = await listen(preview).next();
	expect(editions[0]).toMatchObject({
		folios: { p2: 'x', p1: '2' },
		heads: ['A &amp; B'],
		contents: [
			{
				title: 'Two',
				lang: 'en',
				other: { title: '二', lang: 'zh' },
				page: 2,
				children: [{ title: 'Two', lang: 'en', children: [] }],
			},
		],
		pages: [{}, { head: 0 }, { head: 0 }],
	});
	const base = new URL(preview.url).pathname;
	expect((await ask(preview.url, { path: `${base}where/en?id=p2` })).body).toBe('{"page":2}');
	expect((await ask(preview.url, { path: `${base}where/en?id=gone` })).status).toBe(404);
	expect((await ask(preview.url, { path: `${base}where/fr?id=p2` })).status).toBe(404);
});

test('closing ends the streams of those who listen', async () => {
	const preview = await startPreview();
	const events = listen(preview);
	await events.next();
	await preview.close();
	await expect(ask(preview.url)).rejects.toThrow('ECONNREFUSED');
});
