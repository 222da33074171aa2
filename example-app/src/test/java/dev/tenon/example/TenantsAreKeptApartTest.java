package dev.tenon.example;

import dev.tenon.testing.TenantIsolationTests;

/** No tenant reaches another's rows, table by table and probe by probe. */
class TenantsAreKeptApartTest extends TenantIsolationTests {}
