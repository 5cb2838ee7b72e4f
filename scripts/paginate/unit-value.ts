import { z } from 'zod';
import { type Finding, type RuleId, rules } from '../diagnostics/index.ts';
import type { Geometry, PaginatedUnit, Place, UnitPage } from '../model/index.ts';

/** The pages of a unit as they are kept, with what was said of them. */
export interface KeptUnit extends Omit<PaginatedUnit, 'unit'> {
	readonly findings: readonly Finding[];
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
const kept: z.ZodType<KeptUnit> = z.strictObject({
	pages: z.array(page).min(1),
	geometry,
	findings: z.array(finding),
});

/** Only what a page is made of is kept, not what was needed to judge it. */
export function toKept({ pages, geometry }: PaginatedUnit, findings: readonly Finding[]): KeptUnit {
	return { pages: pages.map(({ body, notes, ids }) => ({ body, notes, ids })), geometry, findings };
}

export function encodeUnit(unit: KeptUnit): Uint8Array {
	return Buffer.from(JSON.stringify(unit));
}

/** @returns undefined where the bytes are not those of a unit */
export function decodeUnit(bytes: Uint8Array): KeptUnit | undefined {
	try {
		return kept.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8'))).data;
	} catch {
		return undefined;
	}
}
