import { expect, test } from 'vitest';
import { openPreview } from '../../scripts/preview/index.ts';
import { ownHouse } from '../support/edition.ts';
import { ask, startPreview } from './support.ts';

test('a port that is taken is named', async () => {
	const port = Number(new URL((await startPreview()).url).port);
	const { templates } = await ownHouse();
	await expect(openPreview({ port, manuscript: '/m', templates })).rejects.toThrow(`Port ${port} is taken`);
});

test('a port that was asked for is used, and free again afterwards', async () => {
	const first = await startPreview();
	const port = Number(new URL(first.url).port);
	await first.close();
	const { templates } = await ownHouse();
	const again = await openPreview({ port, manuscript: '/m', templates });
	expect(again.url).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:${port}/[\\w-]{22}/$`));
	expect((await ask(again.url)).status).toBe(200);
	await again.close();
});

test('the page has its files, and no others have an address', async () => {
	const { url } = await startPreview();
	const base = new URL(url).pathname;
	const types = {
		'main.js': 'text/javascript',
		'app.css': 'text/css',
		'desk.css': 'text/css',
		'icon.svg': 'image/svg',
	};
	for (const [name, type] of Object.entries(types)) {
		const { status, headers } = await ask(url, { path: `${base}app/${name}` });
		expect([status, headers['content-type']]).toEqual([200, expect.stringContaining(type)]);
	}
	for (const name of ['messages.d.ts', 'tsconfig.json', 'session.ts', '']) {
		expect((await ask(url, { path: `${base}app/${name}` })).status).toBe(404);
	}
	expect(JSON.parse((await ask(url, { path: `${base}wording.json` })).body)).toMatchObject({
		en: {},
		zh: {},
	});
});
