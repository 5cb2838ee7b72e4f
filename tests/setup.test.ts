import { spawnSync } from 'node:child_process';
import { chmod, copyFile, mkdir, readFile, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { temporaryFolder } from './support/folder.ts';

const script = fileURLToPath(new URL('../scripts/setup.mjs', import.meta.url));

// The stub is a shell script.
const onPosix = test.skipIf(process.platform === 'win32');

const lockTime = new Date('2024-01-01T00:00:00Z');
const older = new Date('2023-12-31T00:00:00Z');
const newer = new Date('2024-01-02T00:00:00Z');

/** A folder with the setup script, a lock file and a stub of npm that writes down how it was called. */
async function project(installed?: Date, npmStatus = 0) {
	const folder = await temporaryFolder();
	const lock = join(folder, 'package-lock.json');
	const marker = join(folder, 'node_modules/.package-lock.json');
	const calls = join(folder, 'calls.txt');
	const npm = join(folder, 'bin/npm');
	for (const file of [marker, npm, join(folder, 'scripts/setup.mjs')]) {
		if (file !== marker || installed) await mkdir(dirname(file), { recursive: true });
	}
	await copyFile(script, join(folder, 'scripts/setup.mjs'));
	await writeFile(lock, '{}');
	await utimes(lock, lockTime, lockTime);
	if (installed) {
		await writeFile(marker, '{}');
		await utimes(marker, installed, installed);
	}
	await writeFile(npm, `#!/bin/sh\necho "$PWD: $*" >> "${calls}"\necho noise\nexit ${npmStatus}\n`);
	await chmod(npm, 0o755);
	const PATH = [dirname(npm), process.env.PATH].join(delimiter);
	const run = async (cwd = folder, program = 'scripts/setup.mjs') => {
		// Named, so that no machine looks for a browser here.
		const env = { ...process.env, PATH, DIGLOT_BROWSER: '/none' };
		const { status, stdout, stderr } = spawnSync(process.execPath, [program], { cwd, env, encoding: 'utf8' });
		const lines = (await readFile(calls, 'utf8').catch(() => '')).split('\n').filter((line) => line !== '');
		return { status, stdout, said: stderr.split('\n').filter((line) => line !== ''), calls: lines };
	};
	return { folder, run };
}

onPosix('installs what the lock file names where nothing is installed, and says so in one line', async () => {
	const { folder, run } = await project();
	const { status, stdout, said, calls } = await run();
	expect(status).toBe(0);
	expect(calls).toHaveLength(1);
	expect(calls[0]).toContain(`${folder}: ci`);
	expect(said).toHaveLength(1);
	expect(said[0]).toMatch(/^setup: installing/);
	expect(stdout).toBe('');
});

onPosix('installs again where the lock file is newer than what is installed', async () => {
	const { status, said, calls } = await (await project(older)).run();
	expect([status, said.length, calls.length]).toEqual([0, 1, 1]);
});

onPosix.each([
	['newer', newer],
	['just as old', lockTime],
])('does and says nothing where what is installed is %s', async (_name, installed) => {
	expect(await (await project(installed)).run()).toEqual({ status: 0, stdout: '', said: [], calls: [] });
});

onPosix('an installation that broke off, without npm’s own mark, is done again', async () => {
	const { folder, run } = await project();
	await mkdir(join(folder, 'node_modules/some-package'), { recursive: true });
	expect((await run()).calls).toHaveLength(1);
});

onPosix('ends with 3 where npm fails, and says what to do', async () => {
	const { status, said } = await (await project(undefined, 1)).run();
	expect(status).toBe(3);
	expect(said.at(-1)).toMatch(/npm ci failed.*npm ci/);
});

onPosix('works from another folder and by way of a link', async () => {
	const { folder, run } = await project(older);
	const { status, calls } = await run(tmpdir(), join(folder, 'scripts/setup.mjs'));
	expect([status, calls.length]).toEqual([0, 1]);
	const link = join(await temporaryFolder(), 'link');
	await symlink(folder, link);
	expect((await run(tmpdir(), join(link, 'scripts/setup.mjs'))).calls).toHaveLength(2);
});
