package dev.tenon.processor.internal.read.jpa.attribute;

import java.util.Arrays;
import java.util.Optional;
import javax.lang.model.util.Elements;

/** The line of Hibernate ORM that runs the entities; their names differ in details. */
public enum HibernateLine {
    /** Hibernate ORM 6.6, as in Spring Boot 3. */
    SIX("6"),
    /** Hibernate ORM 7, as in Spring Boot 4. */
    SEVEN("7");

    /** An annotation that only Hibernate ORM 6 has. */
    private static final String ONLY_SIX = "org.hibernate.annotations.Where";

    private final String number;

    HibernateLine(String number) {
        this.number = number;
    }

    /** The line with that number, as options name it. */
    public static Optional<HibernateLine> of(String number) {
        return Arrays.stream(values())
                .filter(line -> line.number.equals(number))
                .findFirst();
    }

    /** The line on the class path of the compilation, else the newest. */
    static HibernateLine on(Elements elements) {
        return elements.getTypeElement(ONLY_SIX) == null ? SEVEN : SIX;
    }
}
