package dev.tenon.runtime.isolation;

/**
 * A test tenant.
 *
 * @param value its identifier as an SQL expression
 * @param text its identifier as the tenant setting says it
 */
record Tenant(String value, String text) {}
