package dev.tenon.cli.importer.annotation;

import com.palantir.javapoet.AnnotationSpec;
import dev.tenon.schema.Grant;
import dev.tenon.schema.Policy;
import dev.tenon.schema.Privilege;
import dev.tenon.schema.Sequence;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.internal.sql.parse.CreateStatement;
import java.util.List;

/** Writes policies, grants, sequences and SQL-defined objects as annotations. */
public final class AccessAnnotations {

    private AccessAnnotations() {}

    public static AnnotationSpec policy(Policy policy) {
        return policy(policy, "");
    }

    /** A policy of a single partition, or of the table if that is empty. */
    public static AnnotationSpec policy(Policy policy, String partition) {
        return new AnnotationBuilder(dev.tenon.annotation.Policy.class)
                .text("name", policy.name())
                .text("partition", partition)
                .constant("command", policy.command())
                .flag("restrictive", !policy.permissive())
                .texts("roles", policy.roles())
                .sql("using", policy.using())
                .sql("check", policy.check())
                .build();
    }

    public static AnnotationSpec grant(Grant grant) {
        return grant(grant, "");
    }

    /** A grant on a single partition, or on the table or view if that is empty. */
    public static AnnotationSpec grant(Grant grant, String partition) {
        AnnotationBuilder annotation = new AnnotationBuilder(dev.tenon.annotation.Grant.class);
        grant.privileges().forEach(each -> annotation.constant("value", each));
        return annotation
                .text("partition", partition)
                .text("role", grant.grantee())
                .build();
    }

    /** The owner is the member of the annotated type that owns the sequence. */
    public static AnnotationSpec sequence(Sequence sequence, String owner) {
        AnnotationBuilder annotation = new AnnotationBuilder(dev.tenon.annotation.Sequence.class)
                .text("name", sequence.name().name())
                .text("schema", sequence.name().schema())
                .text("type", sequence.type().toString());
        return ColumnAnnotations.sequenceOptions(annotation, sequence.options())
                .text("ownedBy", owner)
                .texts("usableBy", holders(sequence, Privilege.USAGE))
                .texts("readableBy", holders(sequence, Privilege.SELECT))
                .texts("settableBy", holders(sequence, Privilege.UPDATE))
                .text("comment", sequence.comment())
                .build();
    }

    private static List<String> holders(Sequence sequence, Privilege privilege) {
        return sequence.grants().stream()
                .filter(grant -> grant.privileges().contains(privilege))
                .map(Grant::grantee)
                .toList();
    }

    public static AnnotationSpec object(SqlObject object) {
        boolean named = CreateStatement.of(object.create())
                .filter(statement -> statement.ownName().equals(object.name()))
                .isPresent();
        return new AnnotationBuilder(dev.tenon.annotation.SqlObject.class)
                .sql("create", object.create())
                .text("drop", object.drop())
                .text("name", named ? "" : object.name().name())
                .text("shared", object.shared())
                .build();
    }
}
