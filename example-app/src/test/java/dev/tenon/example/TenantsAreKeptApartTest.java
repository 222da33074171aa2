package dev.tenon.example;

import dev.tenon.testing.TenantIsolationTests;

/** No tenant can access another tenant's rows, for each table and probe. */
class TenantsAreKeptApartTest extends TenantIsolationTests {}
