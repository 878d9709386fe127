/** Under which path of the origin the client is served. */
export const BASE_PATH = '/admin'
