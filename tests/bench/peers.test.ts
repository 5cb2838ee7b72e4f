import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { findPeers, packageVersion, peerTool } from '../../scripts/bench/peers.ts';
import { temporaryFolder } from '../support/folder.ts';
import { makeJob } from './support.ts';

const onPosix = test.skipIf(process.platform === 'win32');

async function program(file: string): Promise<string> {
	await mkdir(dirname(file), { recursive: true });
	await writeFile(file, '#!/bin/sh\n');
	await chmod(file, 0o755);
	return file;
}

onPosix('tools are found on the path, and where they are named', async () => {
	const folder = await temporaryFolder();
	const onPath = await program(join(folder, 'b/weasyprint'));
	await program(join(folder, 'b/vivliostyle'));
	const named = await program(join(folder, 'c/my-vivliostyle'));
	await mkdir(join(folder, 'a'));
	await writeFile(join(folder, 'a/weasyprint'), 'no program');
	await chmod(join(folder, 'a/weasyprint'), 0o644);
	const path = [join(folder, 'a'), join(folder, 'b')].join(delimiter);
	expect(await findPeers(new Map([['vivliostyle', named]]), path)).toEqual([
		{ name: 'vivliostyle', file: named },
		{ name: 'weasyprint', file: onPath },
	]);
	expect(await findPeers(new Map([['weasyprint', join(folder, 'none')]]), path)).not.toContainEqual(
		expect.objectContaining({ name: 'weasyprint' }),
	);
});

onPosix('the version is that of the package that brings the program, not of one around it', async () => {
	const folder = await temporaryFolder();
	await writeFile(join(folder, 'package.json'), '{ "name": "around", "version": "9.9.9" }');
	const home = join(folder, 'node_modules/pagedjs-cli');
	const file = await program(join(home, 'src/cli.js'));
	await writeFile(
		join(home, 'package.json'),
		'{ "name": "pagedjs-cli", "version": "0.4.3", "bin": "./src/cli.js" }',
	);
	const link = join(folder, 'node_modules/.bin/pagedjs-cli');
	await mkdir(dirname(link));
	await symlink(file, link);
	expect(await packageVersion({ name: 'pagedjs-cli', file: link })).toBe('0.4.3');
	expect(
		await packageVersion({ name: 'weasyprint', file: await program(join(folder, 'bin/weasyprint')) }),
	).toBe(undefined);
});

test('every tool is given the same document, its own file to write, and the browser where it takes one', async () => {
	const browser = { executable: '/opt/browser', switches: ['--no-sandbox'], env: {} };
	const job = await makeJob('', { browser });
	for (const name of ['pagedjs-cli', 'vivliostyle', 'weasyprint'] as const) {
		const tool = peerTool({ name, file: `/opt/${name}` });
		const { args, env } = tool.command(job);
		expect(args).toContain(job.html);
		expect(args).toContain(tool.made(job, '').file);
		if (name !== 'weasyprint') expect([...args, env.PUPPETEER_EXECUTABLE_PATH]).toContain('/opt/browser');
	}
});
