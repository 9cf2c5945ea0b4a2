import { existsSync, readFileSync } from "node:fs";

export interface PracticeAccount {
  readonly email: string;
  readonly password: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly organisation: string;
}

export function readAccounts(file: string): readonly PracticeAccount[] {
  if (!existsSync(file)) return [];
  return (JSON.parse(readFileSync(file, "utf8")) as { accounts?: readonly PracticeAccount[] }).accounts ?? [];
}

/** For the terminal: the one password once, then who is who. */
export function accountsTable(accounts: readonly PracticeAccount[]): string {
  if (accounts.length === 0) return "";
  const shared = new Set(accounts.map(({ password }) => password)).size === 1;
  const width = Math.max(...accounts.map(({ email }) => email.length));
  const rows = accounts.map(({ email, password, name, roles, organisation }) =>
    [
      `  ${email.padEnd(width)}`,
      ...(shared ? [] : [password]),
      roles.join(" + ").padEnd(18),
      `${name}, ${organisation}`,
    ].join("  "),
  );
  const password = shared ? `, password ${accounts[0]?.password}` : "";
  return [`Practice accounts${password}:`, ...rows].join("\n");
}
