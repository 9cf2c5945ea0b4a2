export interface IdentityProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  stop(): Promise<void>;
}

export declare function startIdentityProvider(options: {
  readonly redirectUri: string;
  /** What the provider says about somebody who logged in under this name. */
  readonly claimsOf: (id: string) => Readonly<Record<string, unknown>>;
}): Promise<IdentityProvider>;
