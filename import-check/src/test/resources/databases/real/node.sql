-- owner
CREATE TYPE "Role" AS ENUM ('ADMIN', 'MEMBER', 'BILLING_ADMIN');
CREATE TYPE "InvoiceStatus" AS ENUM ('DRAFT', 'SENT', 'PAID');
CREATE TABLE "_prisma_migrations" (
    id varchar(36) NOT NULL PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz,
    migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz,
    started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0
);
CREATE TABLE "Organization" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "stripeCustomerId" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    CONSTRAINT "Organization_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "User" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "passwordHash" TEXT,
    "role" "Role" NOT NULL DEFAULT 'MEMBER',
    "organizationId" TEXT NOT NULL,
    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "Post" (
    "id" SERIAL NOT NULL,
    "title" VARCHAR(255) NOT NULL,
    "content" TEXT,
    "published" BOOLEAN NOT NULL DEFAULT false,
    "viewCount" INTEGER NOT NULL DEFAULT 0,
    "rating" DOUBLE PRECISION,
    "meta" JSONB,
    "labels" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "authorId" TEXT NOT NULL,
    CONSTRAINT "Post_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "Category" ("id" SERIAL NOT NULL, "name" TEXT NOT NULL, "parentId" INTEGER, CONSTRAINT "Category_pkey" PRIMARY KEY ("id"));
CREATE TABLE "_CategoryToPost" ("A" INTEGER NOT NULL, "B" INTEGER NOT NULL, CONSTRAINT "_CategoryToPost_AB_pkey" PRIMARY KEY ("A", "B"));
CREATE TABLE "_Favorites" ("A" INTEGER NOT NULL, "B" TEXT NOT NULL);
CREATE TABLE "Invoice" (
    "organizationId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "status" "InvoiceStatus" NOT NULL DEFAULT 'DRAFT',
    "total" DECIMAL(65, 30) NOT NULL,
    "order" BIGINT,
    CONSTRAINT "Invoice_pkey" PRIMARY KEY ("organizationId", "number")
);
CREATE TABLE "InvoiceLine" (
    "id" TEXT NOT NULL, "organizationId" TEXT NOT NULL, "invoiceNumber" INTEGER NOT NULL, "text" TEXT NOT NULL,
    CONSTRAINT "InvoiceLine_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Organization_stripeCustomerId_key" ON "Organization"("stripeCustomerId");
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");
CREATE INDEX "Post_authorId_published_idx" ON "Post"("authorId", "published" DESC);
CREATE INDEX "Post_labels_idx" ON "Post" USING GIN ("labels");
CREATE UNIQUE INDEX "Category_name_key" ON "Category"("name");
CREATE INDEX "_CategoryToPost_B_index" ON "_CategoryToPost"("B");
CREATE UNIQUE INDEX "_Favorites_AB_unique" ON "_Favorites"("A", "B");
CREATE INDEX "_Favorites_B_index" ON "_Favorites"("B");
ALTER TABLE "User" ADD CONSTRAINT "User_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Post" ADD CONSTRAINT "Post_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Category" ADD CONSTRAINT "Category_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Category"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "_CategoryToPost" ADD CONSTRAINT "_CategoryToPost_A_fkey" FOREIGN KEY ("A") REFERENCES "Category"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "_CategoryToPost" ADD CONSTRAINT "_CategoryToPost_B_fkey" FOREIGN KEY ("B") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "_Favorites" ADD CONSTRAINT "_Favorites_A_fkey" FOREIGN KEY ("A") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "_Favorites" ADD CONSTRAINT "_Favorites_B_fkey" FOREIGN KEY ("B") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Invoice" ADD CONSTRAINT "Invoice_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "InvoiceLine" ADD CONSTRAINT "InvoiceLine_organizationId_invoiceNumber_fkey" FOREIGN KEY ("organizationId", "invoiceNumber") REFERENCES "Invoice"("organizationId", "number") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE VIEW "PublishedPost" AS SELECT p."id", p."title", u."email" AS "authorEmail" FROM "Post" p JOIN "User" u ON u."id" = p."authorId" WHERE p."published";
INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at) VALUES ('1', 'x', '20260101_init', now());
INSERT INTO "Organization" ("id", "name", "updatedAt") VALUES ('org1', 'One', now()), ('org2', 'Two', now());
INSERT INTO "User" ("id", "email", "organizationId") SELECT 'u-' || "id", "id" || '@example.com', "id" FROM "Organization";
INSERT INTO "Post" ("title", "authorId", "labels") SELECT 'Hello', "id", '{a,b}' FROM "User";
INSERT INTO "Category" ("name") VALUES ('News');
INSERT INTO "_CategoryToPost" SELECT 1, "id" FROM "Post";
INSERT INTO "Invoice" ("organizationId", "number", "total") SELECT "id", 1, 10 FROM "Organization";
INSERT INTO "InvoiceLine" SELECT 'l-' || "organizationId", "organizationId", 1, 'x' FROM "Invoice";
