import { type Application, startApplication } from "./application";
import { test } from "./test";

/** Tests with an application and a database that no other file works in; `ready` puts it as they need it. */
export const ownApplication = (
  name: string,
  ready: (application: Application) => Promise<unknown> = async () => {},
) =>
  test.extend<object, { readonly application: Application }>({
    application: [
      async ({}, use) => {
        const application = await startApplication(name);
        await ready(application);
        await use(application);
        await application.stop();
      },
      { scope: "worker", timeout: 60_000 },
    ],
  });
