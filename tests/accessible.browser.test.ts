import { describe, expect, test } from 'vitest';
import { build } from '../scripts/pipeline.ts';
import { faultsOfAccessible } from './support/pdf-ua/index.ts';
import { createWorld, manuscripts } from './support/world.ts';

describe.each(Object.entries(manuscripts))('the screen PDFs of the %s', (_, manuscript) => {
	test.each(['zh', 'en'] as const)(
		'keep to PDF/UA-1 as far as it can be read from the file: %s',
		async (lang) => {
			const { world, session } = await createWorld();
			const request = { manuscript, editions: [lang], formats: ['screen'] } as const;
			const { artifacts } = await build(request, world).finally(session.close);
			expect(artifacts).toHaveLength(1);
			for (const { bytes } of artifacts) expect(await faultsOfAccessible(bytes)).toEqual([]);
		},
	);
});
