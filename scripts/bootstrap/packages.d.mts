/** Whether node_modules holds what the lockfile in this folder asks for. */
export function packagesAreCurrent(root: string): boolean;
export function installPackages(root: string): Promise<void>;
export function node24(root: string): string;
