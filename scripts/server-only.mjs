// Stands in for the package `server-only` outside Next, where there is no browser bundle to keep code out of.
export {};
