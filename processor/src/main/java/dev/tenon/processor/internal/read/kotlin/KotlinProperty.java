package dev.tenon.processor.internal.read.kotlin;

/**
 * A property of a Kotlin class.
 *
 * @param name its name
 * @param field the name of the field that holds its value; empty if it has none
 * @param getter the name of its getter in class files; empty if it has none
 * @param type the full name of the class of its values, with slashes before the class; empty for a type parameter
 * @param delegated whether another object provides its value: {@code by lazy { … }}
 */
record KotlinProperty(String name, String field, String getter, String type, boolean delegated) {}
