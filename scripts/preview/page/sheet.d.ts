import type { Geometry } from '../../model/index.ts';
import type { PageContent, PageEntry } from './messages.d.ts';

export function sheet(page: PageEntry, content: PageContent, heads: readonly string[]): string;
export function sizes(geometry: Geometry): string;
