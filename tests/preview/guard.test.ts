import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { ask, page, previewEdition, startPreview, state } from './support.ts';

async function shownPreview() {
	const preview = await startPreview();
	preview.show(state([previewEdition([page(0)])]));
	const { port, host, pathname } = new URL(preview.url);
	return { url: preview.url, port, host, base: pathname };
}

test('the reader gets in, by number and by name', async () => {
	const { url, host, port } = await shownPreview();
	for (const headers of [{ Host: host }, { Host: `localhost:${port}` }]) {
		const answer = await ask(url, { headers });
		expect(answer.status).toBe(200);
		expect(answer.body).toContain('<iframe');
	}
});

test.each([
	{ Host: 'evil.example' },
	{ Host: 'evil.example:PORT' },
	{ Host: '127.0.0.1' },
	{ Host: '127.0.0.1:1' },
	{ Host: '127.0.0.1.evil.example:PORT' },
	{ Host: 'localhost.evil.example:PORT' },
	{ Host: '[::1]:PORT' },
	{ Host: '127.0.0.1:PORT', Origin: 'https://evil.example' },
	{ Host: '127.0.0.1:PORT', Origin: 'null' },
	{ Host: '127.0.0.1:PORT', Origin: 'https://127.0.0.1:PORT' },
	{ Host: '127.0.0.1:PORT', Origin: 'http://127.0.0.1:1' },
	{ Host: '127.0.0.1:PORT', 'Sec-Fetch-Site': 'cross-site' },
	{ Host: '127.0.0.1:PORT', 'Sec-Fetch-Site': 'same-site' },
])('%j is turned away, with the token and everywhere', async (pattern) => {
	const { url, port, base } = await shownPreview();
	const headers: Record<string, string> = {};
	for (const [name, value] of Object.entries(pattern)) headers[name] = value.replace('PORT', port);
	for (const path of [base, `${base}events`, `${base}wording.json`, `${base}app/main.js`]) {
		const { status, body } = await ask(url, { path, headers });
		expect([status, body]).toEqual([403, 'Forbidden']);
	}
});

test.each([
	{ Origin: 'http://127.0.0.1:PORT' },
	{ Origin: 'http://localhost:PORT' },
	{ 'Sec-Fetch-Site': 'same-origin' },
	{ 'Sec-Fetch-Site': 'none' },
])('%j is our own page', async (pattern) => {
	const { url, port } = await shownPreview();
	const headers: Record<string, string> = {};
	for (const [name, value] of Object.entries(pattern)) headers[name] = value.replace('PORT', port);
	expect((await ask(url, { headers })).status).toBe(200);
});

test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND'])('%s is no way in', async (method) => {
	const { url } = await shownPreview();
	const { status, headers } = await ask(url, { method });
	expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
	expect(headers['access-control-allow-origin']).toBeUndefined();
});

test('HEAD says what GET would', async () => {
	const { url, base } = await shownPreview();
	expect(await ask(url, { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
	expect(await ask(url, { method: 'HEAD', path: `${base}events` })).toMatchObject({ status: 200, body: '' });
});

test('without the token, or with one that is nearly right, there is nothing', async () => {
	const { url, base } = await shownPreview();
	const token = base.slice(1, -1);
	const last = token.endsWith('A') ? 'B' : 'A';
	const wrong = ['', 'x', token.slice(0, -1), `${token}a`, token.slice(0, -1) + last, '%00'];
	for (const one of wrong) {
		for (const path of [`/${one}`, `/${one}/`, `/${one}/wording.json`, `/${one}/events`]) {
			expect(await ask(url, { path }), path).toMatchObject({ status: 404 });
		}
	}
	for (const path of ['/', '/favicon.ico', '/robots.txt', `/x${base}`]) {
		expect((await ask(url, { path })).status, path).toBe(404);
	}
});

test('each preview has a token of its own, long enough not to be guessed', async () => {
	const tokens = [await startPreview(), await startPreview()].map(({ url }) =>
		new URL(url).pathname.slice(1, -1),
	);
	expect(tokens[0]).not.toBe(tokens[1]);
	for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(16);
});

test('no path leads out of what is shown', async () => {
	const { url, base } = await shownPreview();
	const secrets = [
		'package.json',
		'etc/passwd',
		'index.ts',
		'main.js/../../index.ts',
		'messages.d.ts',
		'tsconfig.json',
	];
	const ups = [
		'',
		'../',
		'../../',
		'../../../../../../../',
		'..%2f',
		'..%2f..%2f',
		'%2e%2e/',
		'..\\',
		'..%5c',
		'/',
		'//',
	];
	for (const room of ['', 'app/', 'files/', 'files/en/', 'files/en/fonts/', 'styles/', 'pages/']) {
		for (const up of ups) {
			for (const secret of secrets) {
				const path = base + room + up + secret;
				const { status, body } = await ask(url, { path });
				// Pages are asked for in lists: none of them is there.
				const empty = status === 200 && body === '{}';
				expect(empty || status === 404 || status === 400, `${path}: ${status} ${body.slice(0, 80)}`).toBe(
					true,
				);
			}
		}
	}
});

test('a request in the form for a proxy, and one without Host, get nothing', async () => {
	const { port, base } = await shownPreview();
	const raw = (text: string) =>
		new Promise<string>((done) => {
			let answer = '';
			const socket = connect(Number(port), '127.0.0.1', () => socket.write(text));
			socket.on('data', (bytes) => {
				answer += bytes;
				socket.end();
			});
			socket.on('close', () => done(answer));
		});
	const proxied = `GET http://evil.example${base} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`;
	expect(await raw(proxied)).toMatch(/^HTTP\/1\.1 40[03]/);
	expect(await raw(`GET ${base} HTTP/1.1\r\nConnection: close\r\n\r\n`)).toMatch(/^HTTP\/1\.1 40[03]/);
	expect(await raw(`GET ${base} HTTP/1.0\r\n\r\n`)).toMatch(/^HTTP\/1\.[01] 40[03]/);
});

test('it listens on this machine only', async () => {
	const { port } = await shownPreview();
	const { networkInterfaces } = await import('node:os');
	const others = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
	for (const { address, internal, family } of others) {
		if (internal || family !== 'IPv4') continue;
		await expect(ask(`http://${address}:${port}/`)).rejects.toThrow(/ECONNREFUSED|EHOSTUNREACH|ETIMEDOUT/);
	}
	await expect(ask(`http://127.0.0.2:${port}/`)).rejects.toThrow('ECONNREFUSED');
});

test('every answer is protected, refusals too', async () => {
	const { url, base } = await shownPreview();
	const answers = [
		await ask(url),
		await ask(url, { path: `${base}book` }),
		await ask(url, { path: `${base}wording.json` }),
		await ask(url, { path: `${base}nothing` }),
		await ask(url, { headers: { Host: 'evil.example' } }),
		await ask(url, { method: 'POST' }),
	];
	for (const { headers } of answers) {
		expect(headers).toMatchObject({
			'x-content-type-options': 'nosniff',
			'referrer-policy': 'no-referrer',
			'cross-origin-resource-policy': 'same-origin',
			'cache-control': 'no-store',
		});
		expect(headers['content-security-policy']).toMatch(/default-src 'none'/);
		for (const name of Object.keys(headers)) expect(name).not.toMatch(/^access-control/);
	}
	const [app, book] = answers.map(({ headers }) => String(headers['content-security-policy']));
	expect(app).toContain("script-src 'self';");
	expect(app).toContain("frame-ancestors 'none'");
	expect(app).not.toContain('unsafe');
	expect(book).toContain("script-src 'none'");
	expect(book).not.toContain('unsafe-eval');
});
