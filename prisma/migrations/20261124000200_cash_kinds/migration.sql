-- The cash book: what was paid out and what came back. New values of a type can be used only after they are committed.

ALTER TYPE "account_kind" ADD VALUE 'advanced';
ALTER TYPE "account_kind" ADD VALUE 'treasury';
ALTER TYPE "entry_kind" ADD VALUE 'advanced';
ALTER TYPE "entry_kind" ADD VALUE 'recovered';
ALTER TYPE "proposal_kind" ADD VALUE 'advance';
ALTER TYPE "proposal_kind" ADD VALUE 'recovery';
ALTER TYPE "batch_origin" ADD VALUE 'payment_file';
