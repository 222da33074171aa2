package dev.tenon.processor.internal.read.structure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/** Lists the constants of an enum in declaration order, which is the order of the labels. */
public final class EnumConstants {

    private EnumConstants() {}

    /**
     * The constants. Eclipse's compiler sorts the members of classes from class files by name, so the order of an enum
     * of the JDK is read by reflection.
     */
    public static List<Element> of(TypeElement source) {
        List<Element> constants = new ArrayList<>();
        for (Element member : source.getEnclosedElements()) {
            if (member.getKind() == ElementKind.ENUM_CONSTANT) {
                constants.add(member);
            }
        }
        String name = source.getQualifiedName().toString();
        if (name.startsWith("java.")) {
            List<String> order = ofPlatform(name);
            constants.sort(Comparator.comparingInt(
                    constant -> order.indexOf(constant.getSimpleName().toString())));
        }
        return constants;
    }

    private static List<String> ofPlatform(String name) {
        List<String> order = new ArrayList<>();
        try {
            Class<?> type = Class.forName(name, false, ClassLoader.getPlatformClassLoader());
            Object[] constants = type.getEnumConstants();
            for (Object constant : constants == null ? new Object[0] : constants) {
                order.add(((Enum<?>) constant).name());
            }
        } catch (ClassNotFoundException nested) {
            // A nested enum has another binary name; its constants keep the order of the compiler.
            return order;
        }
        return order;
    }
}
