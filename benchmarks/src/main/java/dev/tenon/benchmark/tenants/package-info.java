/** What keeping tenants apart costs, beside queries that name the tenant themselves, and how long its proof takes. */
@NullMarked
package dev.tenon.benchmark.tenants;

import org.jspecify.annotations.NullMarked;
