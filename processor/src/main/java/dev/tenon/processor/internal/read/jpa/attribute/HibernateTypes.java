package dev.tenon.processor.internal.read.jpa.attribute;

import dev.tenon.processor.internal.read.SharedReaders;
import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.processor.internal.report.SourceLocation;
import dev.tenon.schema.ColumnType;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** Reads the column types that Hibernate's {@code @JdbcTypeCode} and {@code @TimeZoneStorage} say. */
final class HibernateTypes {

    private final SharedReaders readers;
    private final EnumValues enums;

    HibernateTypes(SharedReaders readers, EnumValues enums) {
        this.readers = readers;
        this.enums = enums;
    }

    /**
     * The type, or empty if the annotations leave it to the Java type.
     *
     * @param java the name of the stored Java type, boxed
     * @param constants the enum, if constants of one are stored
     * @param schema the PostgreSQL schema of an enum type
     */
    Optional<BasicMapping> read(BasicAttribute source, String java, Optional<TypeElement> constants, String schema) {
        HibernateMarks marks = source.hibernate();
        if (marks.code().isEmpty()) {
            return marks.storage()
                    .flatMap(storage -> stored(storage, java, source))
                    .map(HibernateTypes::plain);
        }
        int code = marks.code().get();
        boolean isNamed = code == JdbcTypes.NAMED_ENUM || code == JdbcTypes.NAMED_ORDINAL_ENUM;
        if (code == JdbcTypes.ARRAY) {
            return Optional.empty();
        }
        if (isNamed && constants.isPresent()) {
            return Optional.of(plain(enums.named(constants.get(), code == JdbcTypes.NAMED_ENUM, schema)));
        }
        Optional<ColumnType> type = JdbcTypes.vector(code)
                .map(name -> vector(name, source))
                .orElseGet(() -> JdbcTypes.of(code, java, source.sizes()));
        if (type.isEmpty()) {
            refuse(source, "Tenon knows no type of PostgreSQL for the number " + code + " of SqlTypes");
        }
        return Optional.of(new BasicMapping(
                type,
                type.flatMap(said -> constants.flatMap(each -> enums.checkFor(each, said))),
                false,
                Optional.empty()));
    }

    private static BasicMapping plain(ColumnType type) {
        return BasicMapping.of(Optional.of(type));
    }

    private Optional<ColumnType> vector(String name, BasicAttribute source) {
        Optional<Integer> dimensions = source.hibernate().array().map(use -> use.number("length"));
        if (dimensions.isEmpty()) {
            refuse(source, "a vector needs the number of its dimensions in @Array(length = …)");
            return Optional.empty();
        }
        return readers.types().named(name + "(" + dimensions.get() + ")");
    }

    private static Optional<ColumnType> stored(String storage, String java, BasicAttribute source) {
        boolean isTime = java.equals("java.time.OffsetTime");
        boolean isMoment = java.equals("java.time.OffsetDateTime") || java.equals("java.time.ZonedDateTime");
        ColumnSizes sizes = source.sizes();
        if (isTime) {
            return Optional.of(JdbcTypes.time(!storage.equals("NORMALIZE"), sizes));
        }
        return isMoment ? Optional.of(JdbcTypes.moment(!storage.equals("NORMALIZE"), sizes)) : Optional.empty();
    }

    private void refuse(BasicAttribute source, String problem) {
        SourceLocation site = readers.context().annotations().startingWith(source.element(), "org.hibernate.").stream()
                .findFirst()
                .map(AnnotationUse::site)
                .orElseGet(() -> SourceLocation.of(source.element()));
        readers.context()
                .diagnostics()
                .error(
                        DiagnosticCode.JPA_HIBERNATE,
                        site,
                        problem,
                        "declare the type in addition, with columnDefinition in Jakarta's @Column or Tenon's"
                                + " @Column(type = \"…\")");
    }
}
