import { z } from 'zod';
import { type Finding, type RuleId, rules } from '../diagnostics/index.ts';
import type { Geometry, PaginatedUnit, Place, UnitPage } from '../model/index.ts';
import type { FlowMemory, LayoutMemory } from './in-page.d.ts';
import type { LaidUnit } from './resume.ts';

/** The pages of a unit as they are kept, with what was said of them. */
export interface KeptUnit extends Omit<PaginatedUnit, 'unit'> {
	readonly findings: readonly Finding[];
	/** Of a long unit: what a later layout goes on from. */
	readonly memory?: LayoutMemory;
	/** Of a unit that runs beside another. */
	readonly flow?: KeptFlow;
}

/** What a flow remembers, and the source that it was. */
export interface KeptFlow extends FlowMemory {
	readonly source: string;
}

const size = z.number().positive();
const block = z.strictObject({ inner: z.number(), top: z.number(), width: size, height: size });
const geometry: z.ZodType<Geometry> = z.strictObject({
	page: z.strictObject({ width: size, height: size }),
	block,
});
const page: z.ZodType<UnitPage> = z.strictObject({
	body: z.string(),
	notes: z.string(),
	ids: z.array(z.string()),
});
const place: z.ZodType<Place> = z.strictObject({ file: z.string(), line: z.number(), column: z.number() });
const rule = z.string().refine((name) => Object.hasOwn(rules, name)) as unknown as z.ZodType<RuleId>;
const finding = z.union([
	z.tuple([rule, z.string(), z.union([z.string(), place])]),
	z.tuple([rule, z.string(), z.union([z.string(), place]), z.string()]),
]);
const memory: z.ZodType<LayoutMemory> = z.strictObject({
	entries: z.array(z.number()),
	pages: z.array(
		z.strictObject({
			entry: z.number(),
			inner: z.number(),
			child: z.number(),
			offset: z.number(),
			around: z.number(),
			isClean: z.boolean(),
			reach: z.number(),
			print: z.number(),
			overflow: z.boolean(),
			cut: z.boolean(),
		}),
	),
});
const sync = z.string();
const flow: z.ZodType<KeptFlow> = z.strictObject({
	source: z.string(),
	height: z.number(),
	syncs: z.array(z.tuple([sync, z.number()])),
	pages: z.array(
		z.strictObject({
			from: z.number(),
			start: sync.exactOptional(),
			syncs: z.array(z.tuple([sync, z.number(), z.number()])),
			used: z.number(),
			isBlank: z.boolean().exactOptional(),
		}),
	),
	breaks: z.array(sync),
});
const kept = z.strictObject({
	pages: z.array(page).min(1),
	geometry,
	findings: z.array(finding),
	memory: memory.optional(),
	flow: flow.optional(),
});

/** Only what a page is made of is kept, not what was needed to judge it. */
export function toKept(
	{ pages, geometry, memory, flow: laid }: LaidUnit,
	findings: readonly Finding[],
	source: string,
): KeptUnit {
	const bare = pages.map(({ body, notes, ids }) => ({ body, notes, ids }));
	const flow = laid && { ...laid, source };
	return { pages: bare, geometry, findings, ...(memory ? { memory } : {}), ...(flow ? { flow } : {}) };
}

export function encodeUnit(unit: KeptUnit): Uint8Array {
	return Buffer.from(JSON.stringify(unit));
}

/** @returns undefined where the bytes are not those of a unit */
export function decodeUnit(bytes: Uint8Array): KeptUnit | undefined {
	try {
		const found = kept.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8'))).data;
		if (!found) return undefined;
		const { memory: remembered, flow: beside, ...unit } = found;
		return { ...unit, ...(remembered ? { memory: remembered } : {}), ...(beside ? { flow: beside } : {}) };
	} catch {
		return undefined;
	}
}
