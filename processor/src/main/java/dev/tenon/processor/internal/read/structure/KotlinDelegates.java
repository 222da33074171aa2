package dev.tenon.processor.internal.read.structure;

import javax.lang.model.element.Element;

/** Recognizes the fields of delegated properties in Kotlin, which hold the delegate and not the value. */
public final class KotlinDelegates {

    /** What Kotlin appends to the name of the property. */
    public static final String SUFFIX = "$delegate";

    private KotlinDelegates() {}

    /** Whether the field holds a delegate. */
    public static boolean isDelegate(Element field) {
        return field.getSimpleName().toString().endsWith(SUFFIX);
    }
}
