/** What answers without `authorize`, and why it may. Everything else in app asks first. */
export const PUBLIC_ROUTES: Readonly<Record<string, string>> = {
  "app/api/auth/[...nextauth]/route.ts": "next-auth's own addresses for signing in",
  "app/api/csp/route.ts": "browsers report refused scripts here, signed in or not",
  "app/api/health/route.ts": "says that the process lives",
  "app/api/ready/route.ts": "says that the database answers",
  "app/agenda/[token]/route.ts": "calendar programs cannot sign in: the secret in the address is the key",
  "app/begrippen/page.tsx": "the glossary",
  "app/bouwstenen/page.tsx": "the parts that screens are made of",
  "app/inloggen/actions.ts": "signing in",
  "app/inloggen/oidc/route.ts": "signing in through an identity provider",
  "app/inloggen/page.tsx": "signing in",
  "app/inloggen/wachtwoord/page.tsx": "choosing a password of one's own while signing in",
  "app/niet-bereikbaar/page.tsx": "stands in for every page while the database is away",
  "app/taal/[locale]/route.ts": "keeps the language in a cookie",
  "app/toegankelijkheid/page.tsx": "the accessibility statement",
  "app/uitloggen/route.ts": "ends the session of whoever asks",
};
