import { spawnSync } from 'node:child_process';
import { mkdir, readdir, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeProfile, sweepProfiles } from '../../scripts/browser/profile.ts';
import { temporaryFolder } from '../support/folder.ts';

const user = process.getuid?.();

/** Id of a process that has ended. */
const deadPid = () => spawnSync(process.execPath, ['-e', '']).pid;

test('a profile is for its user alone, and two of one process are two', async () => {
	const temporary = await temporaryFolder();
	const owner = { host: 'a.host', pid: process.pid };
	const [one, two] = [await makeProfile(temporary, owner), await makeProfile(temporary, owner)];
	expect(one).not.toBe(two);
	if (process.platform !== 'win32') expect((await stat(one)).mode & 0o777).toBe(0o700);
});

test('only profiles whose owners have ended are cleared away', async () => {
	const temporary = await temporaryFolder();
	const host = 'my-host.example';
	const dead = deadPid();
	const stale = await makeProfile(temporary, { host, pid: dead });
	await mkdir(join(stale, 'Default'));
	await writeFile(join(stale, 'Default/Cookies'), 'x');
	const kept = await Promise.all([
		makeProfile(temporary, { host, pid: process.pid }),
		// Somebody else's, whom no one may ask: it runs.
		makeProfile(temporary, { host, pid: 1 }),
		makeProfile(temporary, { host: 'other-host', pid: dead }),
		makeProfile(temporary, { host: `${host}-2`, pid: dead }),
	]);
	await sweepProfiles(temporary, host, user);
	expect((await readdir(temporary)).map((name) => join(temporary, name)).sort()).toEqual(kept.sort());
});

test('what only looks like a profile stays', async () => {
	const temporary = await temporaryFolder();
	const dead = deadPid();
	await mkdir(join(temporary, 'mine'));
	const looks = [
		`diglot-browser-h-${dead}-`,
		`diglot-browser-h-${dead}-abcdefg`,
		'diglot-browser-h-x-abcdef',
	];
	for (const name of looks) await mkdir(join(temporary, name));
	await symlink(join(temporary, 'mine'), join(temporary, `diglot-browser-h-${dead}-abcdef`));
	await writeFile(join(temporary, `diglot-browser-h-${dead}-fedcba`), 'x');
	const before = await readdir(temporary);
	await sweepProfiles(temporary, 'h', user);
	expect(await readdir(temporary)).toEqual(before);
});

test.skipIf(user === undefined)('the profiles of other users stay', async () => {
	const temporary = await temporaryFolder();
	await makeProfile(temporary, { host: 'h', pid: deadPid() });
	await sweepProfiles(temporary, 'h', (user ?? 0) + 1);
	expect(await readdir(temporary)).toHaveLength(1);
});

test('a folder that cannot be read is no reason to stop', async () => {
	await expect(sweepProfiles('/nonexistent', 'h', user)).resolves.toBeUndefined();
});
