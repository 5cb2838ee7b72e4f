import { access, constants, readFile, realpath } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import type { Job, Tool } from './job.ts';

/** Another tool that makes a PDF from the same document, as it is installed here. */
export interface Peer {
	readonly name: PeerName;
	readonly file: string;
}

export const peerNames = ['pagedjs-cli', 'vivliostyle', 'weasyprint'] as const;

export type PeerName = (typeof peerNames)[number];

/** Arguments of each, from its own help. */
const argumentsOf: Readonly<Record<PeerName, (job: Job, out: string) => readonly string[]>> = {
	'pagedjs-cli': ({ html, limit, browser }, out) => [
		...[html, '-o', out, '-t', String(limit)],
		`--browserArgs=${['--allow-file-access-from-files', ...browser.switches].join(',')}`,
	],
	vivliostyle: ({ html, limit, browser }, out) => [
		...['build', html, '-o', out, '--executable-browser', browser.executable],
		...['-t', String(Math.ceil(limit / 1000))],
	],
	weasyprint: ({ html }, out) => [html, out],
};

/** The other tools that are installed: those named, then those on the path. */
export async function findPeers(
	named: ReadonlyMap<PeerName, string>,
	path: string,
): Promise<readonly Peer[]> {
	const found = await Promise.all(
		peerNames.map(async (name) => {
			const places = path.split(delimiter).map((folder) => join(folder, name));
			for (const file of named.has(name) ? [named.get(name) ?? ''] : places) {
				if (await isProgram(file)) return [{ name, file }];
			}
			return [];
		}),
	);
	return found.flat();
}

export function peerTool({ name, file }: Peer): Tool {
	const out = (job: Job) => join(job.work, `${name}.pdf`);
	return {
		name,
		command: (job) => ({
			file,
			args: argumentsOf[name](job, out(job)),
			cwd: job.work,
			env: { ...job.browser.env, PUPPETEER_EXECUTABLE_PATH: job.browser.executable },
		}),
		made: (job) => ({ file: out(job) }),
	};
}

/** The version of the package that brings a program by npm; nothing where none does. */
export async function packageVersion({ name, file }: Peer): Promise<string | undefined> {
	let folder = dirname(await realpath(file));
	while (folder !== dirname(folder)) {
		const text = await readFile(join(folder, 'package.json'), 'utf8').catch(() => undefined);
		const found = (text === undefined ? {} : JSON.parse(text)) as PackageFile;
		// A package with one program gives it its own name.
		const programs = typeof found.bin === 'object' ? Object.keys(found.bin) : [found.bin && found.name];
		if (programs.includes(name)) return found.version;
		folder = dirname(folder);
	}
	return undefined;
}

interface PackageFile {
	readonly name?: string;
	readonly version?: string;
	readonly bin?: string | Readonly<Record<string, string>>;
}

async function isProgram(file: string): Promise<boolean> {
	return await access(file, constants.X_OK).then(
		() => true,
		() => false,
	);
}
