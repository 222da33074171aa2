package dev.tenon.runtime.internal.isolation.session;

/**
 * A test tenant.
 *
 * @param value its identifier as an SQL expression
 * @param text its identifier as the tenant setting says it
 */
public record FixtureTenant(String value, String text) {}
