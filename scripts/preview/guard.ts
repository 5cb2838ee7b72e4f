import { timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';

export interface GuardSettings {
	/** Known when the server listens. */
	readonly port: () => number;
	readonly token: string;
}

/**
 * Lets nobody in but the reader's own page. Another site may send the reader's browser here, even under a name of its
 * own that leads to this machine (DNS rebinding): it is known by Host, Origin and Fetch Metadata
 * (https://www.w3.org/TR/fetch-metadata), and it does not know the token.
 */
export function guard({ port, token }: GuardSettings): MiddlewareHandler {
	const expected = Buffer.from(token);
	return async (context, next) => {
		const hosts = hostsOf(port());
		const { req: request } = context;
		const host = request.header('host');
		const origin = request.header('origin');
		const site = request.header('sec-fetch-site');
		const isOurs =
			host !== undefined &&
			hosts.includes(host) &&
			hosts.includes(new URL(request.url).host) &&
			(origin === undefined || hosts.some((name) => origin === `http://${name}`)) &&
			(site === undefined || site === 'none' || site === 'same-origin');
		if (!isOurs) return context.text('Forbidden', 403);
		if (request.method !== 'GET' && request.method !== 'HEAD')
			return context.text('Method Not Allowed', 405, { Allow: 'GET, HEAD' });
		const given = Buffer.from(request.path.split('/')[1] ?? '');
		if (given.length !== expected.length || !timingSafeEqual(given, expected)) return context.notFound();
		await next();
	};
}

function hostsOf(port: number): readonly string[] {
	const names = ['127.0.0.1', 'localhost'];
	// A browser leaves the usual port out.
	return names.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`]));
}

/** Headers of every answer. Scripts come from the preview's own files and nowhere else. */
export const protectAnswers: MiddlewareHandler = async (context, next) => {
	await next();
	const set = (name: string, value: string) => context.res.headers.set(name, value);
	set('X-Content-Type-Options', 'nosniff');
	set('Referrer-Policy', 'no-referrer');
	set('Cross-Origin-Resource-Policy', 'same-origin');
	set('Cross-Origin-Opener-Policy', 'same-origin');
	if (!context.res.headers.has('Cache-Control')) set('Cache-Control', 'no-store');
	if (!context.res.headers.has('Content-Security-Policy')) set('Content-Security-Policy', policies.none);
};

/** Content Security Policies (https://www.w3.org/TR/CSP3). */
export const policies = {
	none: "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
	/** The page round the book. */
	app: "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; font-src 'self'; img-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
	/** The book: nothing of it can run, whatever the manuscript says. */
	book: "default-src 'none'; script-src 'none'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; frame-ancestors 'self'; base-uri 'none'; form-action 'none'",
} as const;
