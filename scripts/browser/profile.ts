import { lstat, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** The process that a profile belongs to. */
export interface ProfileOwner {
	readonly host: string;
	readonly pid: number;
}

/**
 * Makes a folder for what the browser lays down while it runs. Its name tells whose it is, so that a later run can
 * clear it away where this one is killed before it can.
 */
export async function makeProfile(temporary: string, owner: ProfileOwner): Promise<string> {
	return await mkdtemp(join(temporary, `${prefixOf(owner.host)}${owner.pid}-`));
}

/**
 * Clears away the profiles of this user whose owners run no more. Those of another host, which may share the folder,
 * are left alone: nobody here knows whether they run. Never fails: what cannot be cleared away stays.
 */
export async function sweepProfiles(
	temporary: string,
	host: string,
	user: number | undefined,
): Promise<void> {
	const prefix = prefixOf(host);
	const names = await readdir(temporary).catch(() => []);
	const stale = names.filter((name) => {
		const pid = name.startsWith(prefix) && /^(\d+)-\w{6}$/.exec(name.slice(prefix.length))?.[1];
		return pid && !isAlive(Number(pid));
	});
	await Promise.all(stale.map((name) => sweep(join(temporary, name), user).catch(() => {})));
}

function prefixOf(host: string): string {
	return `diglot-browser-${host.replace(/\W/g, '_')}-`;
}

async function sweep(path: string, user: number | undefined): Promise<void> {
	const stats = await lstat(path);
	if (!stats.isDirectory() || (user !== undefined && stats.uid !== user)) return;
	await rm(path, { recursive: true, force: true });
}

function isAlive(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch (error) {
		// One that may not be asked is there all the same.
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}
