import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { root } from './world.ts';

export interface Finished {
	/** As a shell tells it: 130 where an interrupt ended the process. */
	readonly code: number;
	readonly stdout: string;
	readonly stderr: string;
}

export interface Running {
	readonly process: ChildProcess;
	readonly pid: number;
	readonly finished: Promise<Finished>;
	/** Resolves when standard error holds this text. */
	readonly says: (text: string) => Promise<void>;
}

/** Variables that a user may have set, and which must not decide what the tests see. */
const unset = { SOURCE_DATE_EPOCH: undefined, NO_COLOR: undefined, DIGLOT_DEBUG: undefined };

/** Starts the real command, at the head of a process group of its own as a shell does. */
export function startCommand(args: readonly string[], env: Record<string, string> = {}): Running {
	const child = spawn(process.execPath, [join(root, 'scripts/start.mjs'), ...args], {
		cwd: root,
		env: { ...process.env, ...unset, ...env },
		stdio: ['ignore', 'pipe', 'pipe'],
		detached: true,
	});
	const { pid } = child;
	if (pid === undefined) throw new Error('The command did not start.');
	let stdout = '';
	let stderr = '';
	child.stdout.setEncoding('utf8').on('data', (text: string) => {
		stdout += text;
	});
	child.stderr.setEncoding('utf8').on('data', (text: string) => {
		stderr += text;
	});
	const finished = new Promise<Finished>((done) => {
		child.on('close', (code, signal) =>
			done({ code: code ?? (signal === 'SIGINT' ? 130 : -1), stdout, stderr }),
		);
	});
	onTestFinished(async () => {
		if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
		await finished;
	});
	const says = async (text: string): Promise<void> => {
		while (!stderr.includes(text)) {
			if (child.exitCode !== null) throw new Error(`It never said "${text}" but: ${stderr}`);
			await new Promise((done) => setTimeout(done, 2));
		}
	};
	return { process: child, pid, finished, says };
}

export function runCommand(args: readonly string[], env: Record<string, string> = {}): Promise<Finished> {
	return startCommand(args, env).finished;
}

/** Command lines of the live processes whose environment holds this text (Linux). */
export function processesWith(text: string): readonly string[] {
	return readdirSync('/proc').flatMap((pid) => {
		if (!/^\d+$/.test(pid)) return [];
		try {
			if (!readFileSync(`/proc/${pid}/environ`, 'utf8').includes(text)) return [];
			return [`${pid} ${readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').slice(0, 200)}`];
		} catch {
			// It ended while it was looked at.
			return [];
		}
	});
}

export interface GroupMember {
	readonly pid: number;
	readonly command: string;
}

/**
 * The live processes of a process group (Linux). Those that a browser forks hide their environment: they are known by
 * the group, whose number is the id of the browser.
 */
export function groupOf(leader: number): readonly GroupMember[] {
	return readdirSync('/proc').flatMap((name) => {
		if (!/^\d+$/.test(name)) return [];
		try {
			const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
			const [state, , group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
			// A zombie runs no more: it waits for whoever adopted it.
			if (Number(group) !== leader || state === 'Z') return [];
			const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
			return [{ pid: Number(name), command }];
		} catch {
			return [];
		}
	});
}
