CREATE TYPE "OrderState" AS ENUM ('OPEN', 'PAID');
CREATE TABLE "User" (
    "id" serial PRIMARY KEY,
    "email" text NOT NULL,
    "displayName" text,
    "createdAt" timestamp(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE UNIQUE INDEX "User_email_key" ON "User" ("email");
CREATE TABLE "Order" (
    "id" text PRIMARY KEY,
    "userId" integer NOT NULL CONSTRAINT "Order_userId_fkey" REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    "state" "OrderState" NOT NULL DEFAULT 'OPEN',
    "totalCents" integer NOT NULL,
    "paidAt" timestamp(3)
);
CREATE INDEX "Order_userId_idx" ON "Order" ("userId");
