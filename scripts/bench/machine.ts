import { execFile } from 'node:child_process';
import { cpus, totalmem } from 'node:os';
import { promisify } from 'node:util';
import { type Peer, packageVersion } from './peers.ts';

export interface MachineFacts {
	readonly date: Date;
	/** Of the browser, as it names itself. */
	readonly browser: string;
	readonly diglot: string;
	readonly peers: readonly Peer[];
}

/** What a reader has to know about the machine and the programs; nothing about where they lie. */
export async function describeMachine({
	date,
	browser,
	diglot,
	peers,
}: MachineFacts): Promise<readonly (readonly [name: string, value: string])[]> {
	const cores = cpus();
	return [
		['Date', date.toISOString().slice(0, 10)],
		['Processor', `${cores[0]?.model.trim() ?? 'unknown'}, ${cores.length} cores`],
		['Memory', `${Math.round(totalmem() / 1024 ** 3)} GiB`],
		['System', `${process.platform} ${process.arch}`],
		['Node', process.versions.node],
		['Browser', browser],
		['Diglot', diglot],
		...(await Promise.all(peers.map(async (peer) => [peer.name, await versionOf(peer)] as const))),
	];
}

async function versionOf(peer: Peer): Promise<string> {
	const version = await packageVersion(peer);
	if (version !== undefined) return version;
	const said = await promisify(execFile)(peer.file, ['--version'], { timeout: 20_000 }).catch(
		() => undefined,
	);
	return /\d+(?:\.\d+)+/.exec(said?.stdout ?? '')?.[0] ?? 'version unknown';
}
