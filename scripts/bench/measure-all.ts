import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BenchOptions } from './arguments.ts';
import { type BuildFigure, measureBuilds } from './builds.ts';
import { hopeless } from './forecast.ts';
import type { BenchBrowser, Job, Tool } from './job.ts';
import type { LiveFigure } from './live.ts';
import { multiply } from './multiply.ts';
import { coldTool, floorTool, warmTool } from './own-tools.ts';
import { type Peer, peerTool } from './peers.ts';
import { writePlainHtml } from './plain-html.ts';
import { hidePlaces, type Places, printCommand } from './print-command.ts';
import { measureScreen, previewCommand } from './screen.ts';
import { measureWatch, watchCommand } from './watch.ts';

export interface BenchPlan extends Omit<BenchOptions, 'peers' | 'program' | 'out'> {
	readonly home: string;
	readonly program: string;
	readonly node: string;
	readonly floorScript: string;
	/** An empty folder. */
	readonly work: string;
	readonly browser: BenchBrowser;
	readonly peers: readonly Peer[];
	readonly now: () => number;
	readonly signal: AbortSignal;
	readonly say: (text: string) => void;
}

export interface Measured {
	readonly builds: readonly BuildFigure[];
	readonly live: readonly LiveFigure[];
	/** What was called, by tool, with placeholders for places. */
	readonly commands: readonly (readonly [tool: string, command: string])[];
}

/** Measures every tool with every text, the shortest text first. */
export async function measureAll(plan: BenchPlan): Promise<Measured> {
	const { tools: wanted, signal, limit, node } = plan;
	const own = [floorTool(node, plan.floorScript), coldTool(node), warmTool(node)];
	const tools = [...own, ...plan.peers.map(peerTool)].filter((tool) =>
		wanted.some((name) => name === tool.name),
	);
	const hide = <T extends { readonly fault?: string }>(figure: T): T =>
		figure.fault === undefined ? figure : { ...figure, fault: hidePlaces(figure.fault, placesOf(plan)) };
	const builds: BuildFigure[] = [];
	const live: LiveFigure[] = [];
	let commands: Measured['commands'] = [];
	for (const times of [...plan.times].sort((a, b) => a - b)) {
		if (signal.aborted) break;
		const job = await prepare(plan, times);
		if (commands.length === 0) commands = commandsOf(plan, job, tools);
		const settings = { ...plan, node };
		const refused = new Map(tools.map((tool) => [tool, hopeless(tool.name, times, builds, limit)]));
		builds.push(
			...(await measureBuilds(
				tools.filter((tool) => refused.get(tool) === undefined),
				job,
				settings,
			)),
		);
		for (const [tool, fault] of refused) {
			if (fault !== undefined) builds.push({ tool: tool.name, times, runs: 0, fault });
		}
		if (wanted.includes('watch') && !signal.aborted) live.push(...(await measureWatch(job, settings)));
		if (wanted.includes('preview') && !signal.aborted) live.push(await measureScreen(job, settings));
		await rm(join(plan.work, `x${times}`), { recursive: true, force: true, maxRetries: 3 });
	}
	const names = tools.map((tool) => tool.name);
	const order = (one: BuildFigure) => one.times * names.length + names.indexOf(one.tool);
	return { builds: builds.sort((a, b) => order(a) - order(b)).map(hide), live: live.map(hide), commands };
}

async function prepare(plan: BenchPlan, times: number): Promise<Job> {
	const folder = join(plan.work, `x${times}`);
	const copies = await multiply(plan.manuscript, join(folder, 'manuscript'), times);
	const lang = plan.lang ?? copies.languages[0] ?? 'en';
	const work = join(folder, 'out');
	await mkdir(work, { recursive: true });
	const html = await writePlainHtml({
		home: plan.home,
		manuscript: copies.dir,
		lang,
		out: join(folder, 'plain'),
	});
	const { program, browser, limit } = plan;
	return { times, copies, lang, html, work, program, browser, limit };
}

function commandsOf(plan: BenchPlan, job: Job, tools: readonly Tool[]): Measured['commands'] {
	const places = {
		...placesOf(plan),
		MANUSCRIPT: job.copies.dir,
		DOCUMENT: job.html,
		OUT: job.work,
	};
	const builds = tools.map((tool) => [tool.name, tool.command(job)] as const);
	const watching = plan.tools.includes('watch') ? [['word', watchCommand(job, plan.node)] as const] : [];
	const previews = plan.tools.includes('preview')
		? [['screen', previewCommand(job, plan.node)] as const]
		: [];
	return [...builds, ...watching, ...previews].map(
		([name, line]) => [name, printCommand(line, places)] as const,
	);
}

function placesOf({ browser, floorScript, work, program, home }: BenchPlan): Places {
	return { BROWSER: browser.executable, FLOOR: floorScript, WORK: work, PROGRAM: program, HOME: home };
}
