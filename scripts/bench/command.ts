import { spawn } from 'node:child_process';
import { type PeakWatch, watchPeak } from './peak.ts';
import { killTree, type Memory, openTree } from './process-tree.ts';

export interface CommandLine {
	readonly file: string;
	readonly args: readonly string[];
	readonly cwd?: string;
	readonly env: Readonly<Record<string, string | undefined>>;
}

export interface CommandSettings {
	/** Longest time, in ms; then the whole process tree is killed. */
	readonly limit: number;
	/** A clock in ms. */
	readonly now: () => number;
	/** The peak of memory is measured; a run that is timed does without. */
	readonly memory: boolean;
	/** Ends the command when the benchmark ends. */
	readonly signal: AbortSignal;
}

export interface Ended {
	/** From its start to its end. */
	readonly ms: number;
	/** Missing where a signal ended it. */
	readonly code?: number;
	readonly outOfTime: boolean;
	readonly stdout: string;
	readonly stderr: string;
	readonly peak?: Memory;
}

/** A command that was started, at the head of a process group of its own. */
export interface Running {
	readonly output: () => string;
	readonly ended: Promise<Ended>;
	/** Asks it to end as Ctrl-C does, and kills what is left after three seconds. */
	readonly stop: () => Promise<Ended>;
	/** Ends the measuring of memory before the command ends. */
	readonly peak: () => Memory | undefined;
}

const interval = 50;
const patience = 3000;

export function start(command: CommandLine, settings: CommandSettings): Running {
	const { limit, now, signal } = settings;
	const begin = now();
	const child = spawn(command.file, [...command.args], {
		...(command.cwd === undefined ? {} : { cwd: command.cwd }),
		env: { ...command.env },
		stdio: ['ignore', 'pipe', 'pipe'],
		detached: process.platform !== 'win32',
	});
	const { pid } = child;
	const tree = pid === undefined ? undefined : openTree(pid);
	const kill = () => (pid === undefined ? undefined : killTree(pid, tree));
	const watch: PeakWatch | undefined =
		settings.memory && tree ? watchPeak(tree, { interval, now }) : undefined;
	let outOfTime = false;
	let stdout = '';
	let stderr = '';
	child.stdout.setEncoding('utf8').on('data', (text: string) => {
		stdout += text;
	});
	child.stderr.setEncoding('utf8').on('data', (text: string) => {
		stderr += text;
	});
	const timer = setTimeout(() => {
		outOfTime = true;
		kill();
	}, limit);
	signal.addEventListener('abort', kill);
	if (signal.aborted) kill();
	const ended = new Promise<Ended>((done) => {
		const end = async (code?: number) => {
			const ms = now() - begin;
			clearTimeout(timer);
			signal.removeEventListener('abort', kill);
			const peak = watch?.stop();
			// Whoever holds the pipes open has outlived the command.
			await closing(child);
			kill();
			done({
				ms,
				outOfTime,
				stdout,
				stderr,
				...(code === undefined ? {} : { code }),
				...(peak ? { peak } : {}),
			});
		};
		child.once('error', (error) => {
			stderr += error.message;
			void end();
		});
		child.once('exit', (code) => void end(code ?? undefined));
	});
	const stop = async () => {
		child.kill('SIGINT');
		const late = setTimeout(kill, patience);
		const end = await ended;
		clearTimeout(late);
		return end;
	};
	return { output: () => stdout + stderr, ended, stop, peak: () => watch?.stop() };
}

/** Runs a command to its end. */
export async function run(command: CommandLine, settings: CommandSettings): Promise<Ended> {
	return await start(command, settings).ended;
}

/** Why a command failed, in one line; nothing where it did not. */
export function failureOf({ code, outOfTime, stderr }: Ended, limit: number): string | undefined {
	if (outOfTime) return `not done after ${Math.round(limit / 1000)} s`;
	if (code === 0) return undefined;
	const said = stderr.split('\n').find((line) => line.trim() !== '');
	return `${code === undefined ? 'it broke off' : `it ended with ${code}`}${said ? `: ${said.trim().slice(0, 160)}` : ''}`;
}

async function closing(child: ReturnType<typeof spawn>): Promise<void> {
	if (child.pid === undefined) return;
	await new Promise<void>((done) => {
		const timer = setTimeout(done, 1000);
		child.once('close', () => {
			clearTimeout(timer);
			done();
		});
	});
}
