export async function packageEpub(_e: unknown, _o: unknown): Promise<Uint8Array> {
	return new Uint8Array(1);
}
