package shop;

import java.io.Serializable;

/** An amount, kept in cents. */
public record Money(long cents) implements Serializable {}
