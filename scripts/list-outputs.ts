import type { Outputs, Publication } from './model/index.ts';
import type { BuildRequest, World } from './world.ts';

/** Lists what a build made; nothing comes back where something was reported as an error, or nothing was made. */
export async function listOutputs(
	publications: readonly Publication[],
	{ page = false }: Pick<BuildRequest, 'page'>,
	{ house, hasErrors, time }: Pick<World, 'house' | 'hasErrors' | 'time'>,
): Promise<Outputs> {
	const artifacts = publications.flatMap((one) => one.artifacts);
	if (hasErrors() || artifacts.length === 0) return { artifacts: [], listings: [] };
	const { publish } = await import('./publish/index.ts');
	return { artifacts, listings: await time('publish', () => publish(publications, { house, page })) };
}
