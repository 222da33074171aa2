package dev.tenon.processor.internal.read.kotlin;

import javax.lang.model.SourceVersion;

/** Proposes Java names for properties whose names Java does not have. */
final class KotlinNames {

    private KotlinNames() {}

    /** The words of the name in camel case: {@code with blank} becomes {@code withBlank}. */
    static String forJava(String name) {
        StringBuilder proposed = new StringBuilder();
        boolean word = false;
        for (int each : name.codePoints().toArray()) {
            if (Character.isJavaIdentifierPart(each) && each != '$') {
                proposed.appendCodePoint(word && proposed.length() > 0 ? Character.toUpperCase(each) : each);
                word = false;
            } else {
                word = true;
            }
        }
        String text = proposed.toString();
        if (text.isEmpty() || !Character.isJavaIdentifierStart(text.charAt(0))) {
            text = "column" + text;
        }
        return SourceVersion.isName(text) ? text : text + "Value";
    }
}
