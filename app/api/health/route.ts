/** The process answers. Says nothing about the database: see /api/ready. */
export const GET = (): Response => Response.json({ status: "ok" });
