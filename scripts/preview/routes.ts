import { type Context, Hono } from 'hono';
import { type GuardSettings, guard, policies, protectAnswers } from './guard.ts';
import type { OwnFile } from './own-files.ts';
import type { PageContent } from './page/messages.d.ts';
import type { Session } from './session.ts';
import type { Wording } from './wording.ts';

export interface RouteSettings extends GuardSettings {
	readonly session: Session;
	readonly files: ReadonlyMap<string, OwnFile>;
	readonly wording: Wording;
}

/** What never changes under its address. */
const forever = 'private, max-age=31536000, immutable';

/** Pages in one answer. */
const mostPages = 32;

/**
 * The document that the book's pages are put into; its style sheets come by way of the page round it. Its policy
 * forbids scripts. The frame has no `sandbox`: WebKit would not let the page round it hear keys and clicks in it.
 */
const emptyBook =
	'<!doctype html><html><head><meta charset="utf-8"><title></title><link rel="stylesheet" href="app/desk.css"></head><body></body></html>';

/** All addresses of the preview, each below the token. Every answer comes from memory. */
export function createRoutes({ session, files, wording, ...settings }: RouteSettings): Hono {
	const base = `/${settings.token}`;
	const app = new Hono();
	app.use(protectAnswers);
	app.use(guard(settings));
	app.get(`${base}/`, (context) => sendFile(context, files.get('index.html'), policies.app));
	app.get(`${base}/app/:name`, (context) => sendFile(context, files.get(context.req.param('name'))));
	app.get(`${base}/wording.json`, (context) => context.json(wording));
	app.get(`${base}/book`, (context) => {
		context.header('Content-Security-Policy', policies.book);
		return context.html(emptyBook);
	});
	app.get(`${base}/events`, (context) => {
		const headers = { 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-store' };
		if (context.req.method === 'HEAD') return context.body(null, 200, headers);
		return context.body(session.listen(), 200, headers);
	});
	app.get(`${base}/pages/:hashes`, (context) => sendPages(context, session));
	app.get(`${base}/search/:edition`, (context) => {
		const found = session.search(context.req.param('edition'), context.req.query('q') ?? '');
		return found ? context.json(found) : context.notFound();
	});
	app.get(`${base}/where/:edition`, (context) => {
		const page = session.where(context.req.param('edition'), context.req.query('id') ?? '');
		return page === undefined ? context.notFound() : context.json({ page });
	});
	app.get(`${base}/styles/:name`, (context) => {
		const css = session.resources.css(context.req.param('name'));
		if (css === undefined) return context.notFound();
		return context.body(css, 200, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': forever });
	});
	app.get(`${base}/files/:edition/*`, (context) => sendResource(context, session, base));
	return app;
}

function sendFile(
	context: Context,
	file: OwnFile | undefined,
	policy?: string,
): Response | Promise<Response> {
	if (!file) return context.notFound();
	if (policy !== undefined) context.header('Content-Security-Policy', policy);
	return context.body(file.text, 200, { 'Content-Type': file.type });
}

function sendPages(context: Context, session: Session): Response | Promise<Response> {
	const hashes = (context.req.param('hashes') ?? '').split(',');
	if (hashes.length > mostPages) return context.text('Too many pages', 400);
	const pages: Record<string, PageContent> = {};
	for (const hash of hashes) {
		const page = session.page(hash);
		if (page) pages[hash] = page;
	}
	const complete = Object.keys(pages).length === new Set(hashes).size;
	return context.json(pages, 200, { 'Cache-Control': complete ? forever : 'no-store' });
}

async function sendResource(context: Context, session: Session, base: string): Promise<Response> {
	const edition = context.req.param('edition') ?? '';
	const path = decodePath(context.req.path.slice(`${base}/files/${context.req.path.split('/')[3]}`.length));
	const resource = path === undefined ? undefined : session.resources.file(edition, path);
	if (!resource) return await context.notFound();
	try {
		const bytes = Buffer.from(await resource.read());
		const caching = context.req.query('v') === undefined ? 'no-store' : forever;
		return context.body(bytes, 200, { 'Content-Type': resource.type, 'Cache-Control': caching });
	} catch {
		// The image was moved away since.
		return await context.notFound();
	}
}

function decodePath(path: string): string | undefined {
	try {
		return decodeURIComponent(path);
	} catch {
		return undefined;
	}
}
