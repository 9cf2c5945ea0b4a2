// A real OpenID provider on this machine, for the tests of signing in through one. Whoever logs in there is the person
// whose e-mail address was typed; the provider's own development pages ask for it.
import { once } from "node:events";
import { createServer } from "node:http";
import { Provider } from "oidc-provider";

export async function startIdentityProvider({ redirectUri, claimsOf }) {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const issuer = `http://localhost:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: "geldstroom",
        client_secret: "a-secret-of-the-tests-only",
        redirect_uris: [redirectUri],
        response_types: ["code"],
        grant_types: ["authorization_code"],
      },
    ],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["roles", "organisation"] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: true } },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, ...claimsOf(id) }) }),
    cookies: { keys: ["only-for-tests"] },
  });
  server.on("request", provider.callback());
  const stop = () =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(resolve);
    });
  return { issuer, clientId: "geldstroom", clientSecret: "a-secret-of-the-tests-only", stop };
}
