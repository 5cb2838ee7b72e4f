/** Something was asked for that the book cannot give. */
export class RequestError extends Error {}
