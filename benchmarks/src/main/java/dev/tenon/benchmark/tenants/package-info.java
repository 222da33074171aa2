/** The cost of tenant isolation, compared with queries that name the tenant, and the duration of an isolation proof. */
@NullMarked
package dev.tenon.benchmark.tenants;

import org.jspecify.annotations.NullMarked;
