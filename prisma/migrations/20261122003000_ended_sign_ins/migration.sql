-- A sign-out at the identity provider ends the access tokens issued before it as well (V.B.5).
ALTER TABLE "identity" ADD COLUMN "signed_out_at" TIMESTAMPTZ(3);
