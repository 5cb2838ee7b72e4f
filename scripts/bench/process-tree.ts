import { readdirSync, readFileSync } from 'node:fs';

/** Memory that several processes hold at one moment. */
export interface Memory {
	readonly bytes: number;
	/** `PSS` counts a page that n processes share as 1/n in each; `RSS` counts it in full in each. */
	readonly measure: 'PSS' | 'RSS' | 'PSS and RSS';
}

/** A process and all that descends from it, as /proc tells (Linux; elsewhere it is empty). */
export interface ProcessTree {
	/** Those that live now. One that has been seen belongs to the tree even when its parent is gone. */
	readonly members: () => readonly number[];
	readonly memory: () => Memory | undefined;
}

interface Entry {
	readonly pid: number;
	readonly parent: number;
	readonly group: number;
	/** Pids are used again; together with its start a process has one name. */
	readonly name: string;
}

export function openTree(root: number): ProcessTree {
	const known = new Set<string>();
	const members = () => {
		const all = readEntries();
		const found = new Set(
			all
				.filter((one) => one.pid === root || one.group === root || known.has(one.name))
				.map((one) => one.pid),
		);
		for (let size = 0; size !== found.size; ) {
			size = found.size;
			for (const one of all) if (found.has(one.parent)) found.add(one.pid);
		}
		for (const one of all) if (found.has(one.pid)) known.add(one.name);
		return [...found];
	};
	return { members, memory: () => sum(members().flatMap((pid) => memoryOf(pid) ?? [])) };
}

/** Ends every process of a tree at once, and what they start meanwhile. */
export function killTree(root: number, tree: ProcessTree = openTree(root)): void {
	for (let round = 0; round < 5; round++) {
		const members = tree.members();
		// Where there is no /proc, the group has to do.
		for (const pid of members.length > 0 ? members : [-root]) kill(pid);
		if (members.length === 0) return;
	}
}

function kill(pid: number): void {
	try {
		process.kill(pid, 'SIGKILL');
	} catch {
		// It has ended by itself.
	}
}

function sum(parts: readonly Memory[]): Memory | undefined {
	const measures = new Set(parts.map((part) => part.measure));
	const [measure] = measures;
	if (measure === undefined) return undefined;
	const bytes = parts.reduce((total, part) => total + part.bytes, 0);
	return { bytes, measure: measures.size > 1 ? 'PSS and RSS' : measure };
}

/** Fields of /proc/PID/stat: proc_pid_stat(5). */
function readEntries(): readonly Entry[] {
	return listProc().flatMap((name) => {
		if (!/^\d+$/.test(name)) return [];
		const stat = read(`/proc/${name}/stat`);
		if (stat === undefined) return [];
		// The name of the program, in parentheses, may hold anything.
		const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
		const [state, parent, group] = fields;
		if (state === 'Z' || state === 'X') return [];
		return [
			{ pid: Number(name), parent: Number(parent), group: Number(group), name: `${name} ${fields[19]}` },
		];
	});
}

function memoryOf(pid: number): Memory | undefined {
	const rollup = read(`/proc/${pid}/smaps_rollup`);
	const pss = /^Pss:\s+(\d+) kB/m.exec(rollup ?? '')?.[1];
	if (pss !== undefined) return { bytes: Number(pss) * 1024, measure: 'PSS' };
	const rss = /^VmRSS:\s+(\d+) kB/m.exec(read(`/proc/${pid}/status`) ?? '')?.[1];
	return rss === undefined ? undefined : { bytes: Number(rss) * 1024, measure: 'RSS' };
}

function listProc(): readonly string[] {
	try {
		return readdirSync('/proc');
	} catch {
		return [];
	}
}

function read(file: string): string | undefined {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		// It ended while it was looked at, or is not ours to look at.
		return undefined;
	}
}
