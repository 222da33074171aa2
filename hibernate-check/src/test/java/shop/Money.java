package shop;

import java.io.Serializable;

/** An amount in cents. */
public record Money(long cents) implements Serializable {}
