package dev.tenon.runtime.internal.isolation.session;

/**
 * A test tenant.
 *
 * @param value its key as an SQL expression
 * @param text its key as the value of the tenant setting
 */
public record FixtureTenant(String value, String text) {}
