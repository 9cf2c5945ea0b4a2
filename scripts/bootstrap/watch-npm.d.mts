/** Calls `stop` once when the npm that started this process has been killed; does nothing outside npm. */
export function whenNpmIsGone(stop: () => void): void;
