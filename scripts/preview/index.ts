import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { editorLink } from './editor-link.ts';
import { readOwnFiles } from './own-files.ts';
import { createRoutes } from './routes.ts';
import { createSession, type PreviewState } from './session.ts';
import { readWording } from './wording.ts';

export type { PreviewState } from './session.ts';
export type { PreviewEdition } from './view.ts';

export interface PreviewOptions {
	/** 0 for any that is free. */
	readonly port: number;
	/** Absolute path of the manuscript, for links to the editor. */
	readonly manuscript: string;
	/** Pattern of such a link, such as `vscode://file{path}:{line}:{column}`. */
	readonly editor?: string;
	/** Templates of the house: the wording is `preview.<lang>.yaml`. */
	readonly templates: ReadonlyMap<string, string>;
}

/** A web page that shows the editions as they will be printed. */
export interface Preview {
	/** Its address, with the token that lets a reader in. */
	readonly url: string;
	readonly show: (state: PreviewState) => void;
	readonly close: () => Promise<void>;
}

/** Names of this machine only: nobody else in the network gets in. */
const host = '127.0.0.1';

/**
 * Opens the preview.
 * @throws Error where the port is taken
 */
export async function openPreview(options: PreviewOptions): Promise<Preview> {
	const { port, manuscript, editor, templates } = options;
	const token = randomBytes(16).toString('base64url');
	const files = await readOwnFiles();
	const session = createSession({
		base: `/${token}/`,
		linkTo: (found) => (editor === undefined ? undefined : editorLink(editor, manuscript, found)),
	});
	let address = { port };
	const app = createRoutes({
		session,
		files,
		wording: readWording(templates),
		token,
		port: () => address.port,
	});
	const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false }) as Server;
	server.listen(port, host);
	await once(server, 'listening').catch((error: NodeJS.ErrnoException) => {
		throw error.code === 'EADDRINUSE' ? new Error(`Port ${port} is taken; name another with --port.`) : error;
	});
	address = server.address() as AddressInfo;
	return {
		url: `http://${host}:${address.port}/${token}/`,
		show: session.show,
		close: async () => {
			session.close();
			const closed = once(server, 'close');
			server.close();
			server.closeAllConnections();
			await closed;
		},
	};
}
